package org.momo4j.api.step;

import java.util.Map;

/** The only way to observe a run. Called on the thread of the run; what it throws ends the run. */
public interface RunListener {
    /** A step was made. */
    default void step(StepReport report) {}

    /**
     * The objective was evaluated.
     *
     * @param k       steps made so far
     * @param metrics values by name, {@code train_loss} first; its order means nothing else
     */
    default void evaluated(long k, Map<String, Double> metrics) {}
}
