/**
 * Schedule-free methods (MATH.md section 9.4): the step in any metric, and one file a method. The parameters that they train are y, where
 * gradients are taken; they are judged at x, their evaluation point.
 */
@NullMarked
package org.momo4j.core.baseline.schedulefree;

import org.jspecify.annotations.NullMarked;
