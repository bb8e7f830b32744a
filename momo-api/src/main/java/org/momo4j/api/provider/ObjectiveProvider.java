package org.momo4j.api.provider;

import org.momo4j.api.objective.Objective;

/**
 * Provides an objective.
 *
 * @param <P> the record of hyper-parameters
 */
public interface ObjectiveProvider<P> extends Provider<P> {
    /**
     * Creates the objective, reading or generating its data.
     *
     * @throws IllegalArgumentException if a value or a data file is wrong, naming place, value and what is allowed
     */
    Objective create(P hyperParameters);
}
