/**
 * Convex problems as stochastic oracles, in double arithmetic, and the providers that name them. Data come from
 * {@code data}, optimal values from {@code optimum}; neither is computed here.
 */
@NullMarked
package org.momo4j.convex.problem;

import org.jspecify.annotations.NullMarked;
