/**
 * The contracts of what a momentum method is made of: {@link org.momo4j.testkit.method.MomentumMethodContract},
 * {@link org.momo4j.testkit.method.LowerBoundContract} and {@link org.momo4j.testkit.method.LearningRateContract}.
 */
@NullMarked
package org.momo4j.testkit.method;

import org.jspecify.annotations.NullMarked;
