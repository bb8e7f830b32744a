/**
 * Contract tests for plugins. A contract is an interface with one method that lists subjects and one test factory that
 * holds each of them to a list of promises; a plugin implements it in a test class:
 * {@code org.momo4j.testkit.step.OptimizerContract}, {@code method.MomentumMethodContract},
 * {@code method.LowerBoundContract}, {@code method.LearningRateContract}, {@code objective.ObjectiveContract} and
 * {@code provider.ProviderContract}.
 * This package holds what they share: {@link org.momo4j.testkit.Promise}, comparison to the
 * {@linkplain org.momo4j.testkit.Bits bit}, and {@linkplain org.momo4j.testkit.WrongState wrong states}.
 */
@NullMarked
package org.momo4j.testkit;

import org.jspecify.annotations.NullMarked;
