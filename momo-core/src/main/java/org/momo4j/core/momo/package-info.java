/**
 * MoMo: averaging x preconditioner x lower bound x learning rate x decay. {@code Momo} is the step of MATH.md section 3;
 * {@code Averages} is section 2; {@code Passes} are the two passes over memory. Providers of the ready-made methods stand
 * beside them.
 */
@NullMarked
package org.momo4j.core.momo;

import org.jspecify.annotations.NullMarked;
