/**
 * The contract of optimizers: a test class implements {@link org.momo4j.testkit.step.OptimizerContract} and lists its
 * {@linkplain org.momo4j.testkit.step.OptimizerSubject subjects}.
 */
@NullMarked
package org.momo4j.testkit.step;

import org.jspecify.annotations.NullMarked;
