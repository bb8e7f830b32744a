package org.momo4j.api.provider;

import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.momo4j.api.method.LearningRate;

/**
 * What a schedule is given besides its own hyper-parameters.
 *
 * @param steps  steps that the schedule will be asked for, where that is known: those of the run
 * @param others creates another schedule in a setting of its own, for schedules made of others; see {@link #other}
 */
public record ScheduleSetting(OptionalLong steps, BiFunction<Choice, ScheduleSetting, LearningRate> others) {
    /**
     * Creates a schedule that takes over after some steps, with a step 1 of its own.
     *
     * @param choice which schedule
     * @param after  steps before it takes over; it is asked for what is left of the run, and told of at least one step
     */
    public LearningRate other(Choice choice, long after) {
        OptionalLong left = steps.isPresent()
                ? OptionalLong.of(Math.max(1, steps.getAsLong() - after))
                : OptionalLong.empty();
        return others.apply(choice, new ScheduleSetting(left, others));
    }
}
