package org.momo4j.api.provider;

import java.util.OptionalLong;
import java.util.function.Function;
import org.momo4j.api.method.LearningRate;

/**
 * What a schedule is given besides its own hyper-parameters.
 *
 * @param steps  steps that the run will make, where that is known
 * @param others creates another schedule, for schedules made of others
 */
public record ScheduleSetting(OptionalLong steps, Function<Choice, LearningRate> others) {}
