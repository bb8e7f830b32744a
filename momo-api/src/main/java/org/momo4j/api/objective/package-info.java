/**
 * Stochastic objectives, the batches they are asked for, and what is known of their optimum.
 */
@NullMarked
package org.momo4j.api.objective;

import org.jspecify.annotations.NullMarked;
