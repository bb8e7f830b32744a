package org.momo4j.lab.tracking;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.momo4j.lab.run.Plans;
import org.momo4j.lab.sweep.Sweep;
import org.momo4j.lab.sweep.SweepProcess;
import org.momo4j.lab.sweep.Sweeps;
import org.momo4j.tracking.journal.OnFullDisk;
import org.momo4j.tracking.mlflow.MlflowSettings;

/** A tracked sweep in a process of its own: to be killed. */
final class TrackedSweepProcess {
    private TrackedSweepProcess() {}

    /** {@code FOLDER SERVER CHECKPOINT-MILLISECONDS RUNS EPOCHS}. */
    public static void main(String[] arguments) throws IOException {
        new TrackedSweep(new Sweep(Plans.installed()), MlflowSettings.of(URI.create(arguments[1])), OnFullDisk.GO_ON,
                System.err::println)
                .run(SweepProcess.experiment(Integer.parseInt(arguments[3]), Long.parseLong(arguments[4])),
                        Path.of(arguments[0]), Sweeps.with(2, Duration.ofMillis(Long.parseLong(arguments[2]))),
                        Sweeps.NOBODY);
    }
}
