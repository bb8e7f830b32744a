package org.momo4j.lab.sweep;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.run.Assembly;
import org.momo4j.lab.run.JournalRows;
import org.momo4j.lab.run.NotApplicableException;
import org.momo4j.lab.run.RunParts;
import org.momo4j.lab.run.Stopwatch;
import org.momo4j.lab.run.TrainingLoop;
import org.momo4j.lab.run.diagnostics.Thinning;
import org.momo4j.lab.run.folder.JournalEnd;
import org.momo4j.lab.run.folder.RunFolder;

/** One run, from its parts to a complete folder. */
final class RecordedRun {
    private final RunPlan plan;
    private final RunFolder folder;
    private final SweepSettings settings;
    private final SweepListener listener;
    private final Thinning diagnostics;
    private final List<Row.Evaluated> evaluations = new ArrayList<>();
    private final Stopwatch watch = new Stopwatch();
    private final Instant started = Instant.now();

    RecordedRun(RunPlan plan, RunFolder folder, SweepSettings settings, SweepListener listener) {
        this.plan = plan;
        this.folder = folder;
        this.settings = settings;
        this.listener = listener;
        diagnostics = new Thinning(plan.training().diagnostics());
    }

    /** Runs, whatever comes of it. */
    JournalEnd run(Assembly assembly) throws IOException {
        Outcome outcome = outcome(assembly);
        folder.begin(settings.provenance(), started);
        folder.end(Merged.of(evaluations, diagnostics.kept()), outcome);
        return new JournalEnd(outcome,
                evaluations.isEmpty() ? Optional.empty() : Optional.of(evaluations.getLast()));
    }

    private Outcome outcome(Assembly assembly) {
        RunParts parts;
        try {
            parts = assembly.of(plan);
        } catch (NotApplicableException refused) {
            return new Outcome(Status.SKIPPED, 0, String.valueOf(refused.getMessage()), 0);
        } catch (RuntimeException | Error e) {
            return failed(assembly, 0, e);
        }
        RunListener rows = new JournalRows(parts.epochs(), watch, evaluations::add);
        TrainingLoop loop = new TrainingLoop(plan, parts, watch, new Both(diagnostics, rows));
        try {
            Optional<Outcome> outcome = loop.begin();
            while (outcome.isEmpty()) {
                outcome = loop.step();
            }
            return outcome.get();
        } catch (RuntimeException | Error e) {
            return failed(assembly, loop.steps(), e);
        }
    }

    /** Whatever was thrown, memory that ran out included, ends this run and no other. */
    private Outcome failed(Assembly assembly, long steps, Throwable cause) {
        assembly.discard(plan);
        String what = cause instanceof IllegalArgumentException ? "" : cause.getClass().getSimpleName() + ": ";
        return new Outcome(Status.FAILED, steps, what + cause.getMessage(), watch.seconds());
    }

    private record Both(RunListener first, RunListener second) implements RunListener {
        @Override
        public void step(StepReport report) {
            first.step(report);
            second.step(report);
        }

        @Override
        public void evaluated(long k, Map<String, Double> metrics) {
            first.evaluated(k, metrics);
            second.evaluated(k, metrics);
        }
    }
}
