package org.momo4j.lab.sweep;

import java.time.Duration;
import org.momo4j.lab.run.folder.Provenance;

/**
 * How a sweep is made; no number depends on it.
 *
 * @param jobs        runs at a time
 * @param checkpoints time between two checkpoints of a run; a run that is over sooner writes none
 * @param provenance  written beside every run
 * @param observers   told of every run
 */
public record SweepSettings(int jobs, Duration checkpoints, Provenance provenance, RunObservers observers) {
    /** Seconds between two checkpoints, unless something else is asked for. */
    public static final Duration CHECKPOINTS = Duration.ofSeconds(5);

    /** A sweep that nobody observes run by run. */
    public SweepSettings(int jobs, Duration checkpoints, Provenance provenance) {
        this(jobs, checkpoints, provenance, RunObservers.NONE);
    }

    /** The same, with observers. */
    public SweepSettings observedBy(RunObservers others) {
        return new SweepSettings(jobs, checkpoints, provenance, others);
    }
}
