/**
 * Learning-rate-free methods (MATH.md sections 9.1 to 9.3), which estimate how far the solution lies away: one file a method. The learning rate
 * multiplies what they find, and is 1 by default. Their loops are plain, on one thread, and form each element in double.
 */
@NullMarked
package org.momo4j.core.baseline.free;

import org.jspecify.annotations.NullMarked;
