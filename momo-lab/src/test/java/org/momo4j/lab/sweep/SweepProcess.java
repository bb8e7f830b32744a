package org.momo4j.lab.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.run.Plans;

/** A sweep in a process of its own: to be killed, or to be measured. */
public final class SweepProcess {
    private SweepProcess() {}

    /** {@code FOLDER JOBS CHECKPOINT-MILLISECONDS RUNS EPOCHS}. */
    public static void main(String[] arguments) throws IOException {
        int runs = Integer.parseInt(arguments[3]);
        Experiment experiment = experiment(runs, Long.parseLong(arguments[4]));
        new Sweep(Plans.installed()).run(experiment, Path.of(arguments[0]),
                Sweeps.with(Integer.parseInt(arguments[1]), Duration.ofMillis(Long.parseLong(arguments[2]))),
                Sweeps.NOBODY);
    }

    /** So many runs over the methods and rates. */
    public static Experiment experiment(int runs, long epochs) {
        Training training = Plans.training(epochs);
        List<RunPlan> plans = new ArrayList<>(
                Plans.experiment("sweep", (runs + 15) / 16, training).runs().subList(0, runs));
        return new Experiment("sweep", plans);
    }
}
