package org.momo4j.lab.tracking;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Duration;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.result.Origin;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.sweep.Merged;

/**
 * Tells a tracker of a run from its results, as if it had been told while the run was made; what it knows already stays as it
 * is. Times are those of the run: its begin and the seconds of optimisation.
 */
final class Afterwards {
    private final RunResult run;
    private final Origin origin;
    private Instant now;

    private Afterwards(RunResult run, Origin origin) {
        this.run = run;
        this.origin = origin;
        now = origin.started();
    }

    /**
     * Tells of one run.
     *
     * @param folder that of the run
     * @param origin where it comes from
     */
    static void tell(RunResult run, Path folder, Origin origin, ExperimentTracking tracking) {
        Afterwards told = new Afterwards(run, origin);
        told.tell(tracking.begin(run.plan(), origin.provenance(), folder, () -> told.now));
    }

    private void tell(TrackedRun tracked) {
        for (Row row : Merged.of(run.evaluations(), run.steps())) {
            switch (row) {
                case Row.Evaluated evaluated -> {
                    at(evaluated.seconds());
                    tracked.evaluated(evaluated);
                }
                case Row.Stepped stepped -> tracked.step(stepped.report());
                case Row.Ended ended -> ended(tracked, ended.outcome());
            }
        }
        run.outcome().ifPresentOrElse(outcome -> ended(tracked, outcome), tracked::suspend);
    }

    private void ended(TrackedRun tracked, Outcome outcome) {
        at(outcome.seconds());
        tracked.ended(outcome);
    }

    private void at(double seconds) {
        now = origin.started().plus(Duration.ofNanos((long) (seconds * 1e9)));
    }
}
