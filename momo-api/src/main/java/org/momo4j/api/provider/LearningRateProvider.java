package org.momo4j.api.provider;

import java.util.function.Function;
import org.momo4j.api.method.LearningRate;

/**
 * Provides a schedule.
 *
 * @param <P> the record of hyper-parameters
 */
public interface LearningRateProvider<P> extends Provider<P> {
    /**
     * Creates the schedule.
     *
     * @param hyperParameters its record
     * @param others          creates another schedule by name, for schedules made of others
     */
    LearningRate create(P hyperParameters, Function<Choice, LearningRate> others);
}
