package org.momo4j.lab.sweep;

import java.time.Duration;
import org.momo4j.lab.run.folder.Provenance;

/**
 * How a sweep is made; no number depends on it.
 *
 * @param jobs        runs at a time
 * @param checkpoints time between two checkpoints of a run; a run that is over sooner writes none
 * @param provenance  written beside every run
 */
public record SweepSettings(int jobs, Duration checkpoints, Provenance provenance) {
    /** Seconds between two checkpoints, unless something else is asked for. */
    public static final Duration CHECKPOINTS = Duration.ofSeconds(5);
}
