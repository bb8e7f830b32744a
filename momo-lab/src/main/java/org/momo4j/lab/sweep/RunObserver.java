package org.momo4j.lab.sweep;

import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.journal.Row;

/**
 * Told of everything in one run, by the thread that makes it; what it throws ends the run. A run that goes on tells of its
 * earlier evaluations once more, and may repeat steps that were made after its last checkpoint.
 */
public interface RunObserver {
    /** Nobody. */
    RunObserver NOBODY = new RunObserver() {
    };

    /** A step was made. */
    default void step(StepReport report) {}

    /** The objective was evaluated. */
    default void evaluated(Row.Evaluated row) {}

    /** The run is over. */
    default void ended(Outcome outcome) {}
}
