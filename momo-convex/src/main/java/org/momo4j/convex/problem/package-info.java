/**
 * Convex problems as stochastic oracles, in double arithmetic. Names for them live in {@code provider}; data come from
 * {@code data}, optimal values from {@code optimum}, and neither is computed here.
 */
@NullMarked
package org.momo4j.convex.problem;

import org.jspecify.annotations.NullMarked;
