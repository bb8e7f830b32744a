/**
 * How batches are drawn. A seed drives batches through named streams of {@link java.util.random}, so that the same seed
 * gives the same batches whatever else draws random numbers.
 */
@NullMarked
package org.momo4j.convex.sampling;

import org.jspecify.annotations.NullMarked;
