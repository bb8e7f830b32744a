package org.momo4j.api.provider;

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
     * @param setting         the length of the run, and other schedules
     * @throws IllegalArgumentException if the length of the run is needed and not known
     */
    LearningRate create(P hyperParameters, ScheduleSetting setting);
}
