package org.momo4j.lab.sweep;

import java.time.Duration;
import org.momo4j.lab.run.folder.Provenance;

/** Settings of sweeps. */
final class Sweeps {
    static final SweepListener NOBODY = new SweepListener() {
    };

    private Sweeps() {}

    static SweepSettings with(int jobs) {
        return with(jobs, SweepSettings.CHECKPOINTS);
    }

    static SweepSettings with(int jobs, Duration checkpoints) {
        return new SweepSettings(jobs, checkpoints, new Provenance("test", "25", "here", "a processor", 2));
    }
}
