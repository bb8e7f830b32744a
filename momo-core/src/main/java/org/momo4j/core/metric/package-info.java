/**
 * Diagonal metrics D_k by their papers (MATH.md section 7), each a loop over the elements of a block. A metric is a record of its
 * constants and remembers nothing: its statistics belong to the preconditioner that is made of it. What averages gradients or
 * chooses step sizes does not live here.
 */
@NullMarked
package org.momo4j.core.metric;

import org.jspecify.annotations.NullMarked;
