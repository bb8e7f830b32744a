package org.momo4j.lab.sweep;

import java.time.Duration;
import org.momo4j.lab.run.folder.Provenance;
import org.momo4j.lab.run.folder.Revision;

/** Settings of sweeps. */
public final class Sweeps {
    /** Listens to nothing. */
    public static final SweepListener NOBODY = new SweepListener() {
    };

    private Sweeps() {}

    /** So many runs at a time. */
    public static SweepSettings with(int jobs) {
        return with(jobs, SweepSettings.CHECKPOINTS);
    }

    /** With checkpoints so often. */
    public static SweepSettings with(int jobs, Duration checkpoints) {
        return new SweepSettings(jobs, checkpoints,
                new Provenance("test", "25", "here", "a processor", 2, Revision.NONE));
    }
}
