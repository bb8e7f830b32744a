/**
 * Optimizers: what goes into a step ({@link org.momo4j.api.step.Sample}) and what comes out ({@link org.momo4j.api.step.StepReport}).
 */
@NullMarked
package org.momo4j.api.step;

import org.jspecify.annotations.NullMarked;
