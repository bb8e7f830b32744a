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

    /**
     * Checks, without reading them, that the files are there which {@link #create} will read: a program asks before it begins with
     * many runs. Whoever reads no files has nothing to check.
     *
     * @throws IllegalArgumentException if one is missing, naming it and where it comes from
     */
    default void requireData(P hyperParameters) {}
}
