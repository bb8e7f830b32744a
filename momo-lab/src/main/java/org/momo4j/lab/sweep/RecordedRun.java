package org.momo4j.lab.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.state.State;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.checkpoint.Checkpoint;
import org.momo4j.lab.checkpoint.Checkpoints;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.failure.FileError;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.plugin.Blame;
import org.momo4j.lab.run.Assembly;
import org.momo4j.lab.run.JournalRows;
import org.momo4j.lab.run.NotApplicableException;
import org.momo4j.lab.run.RunParts;
import org.momo4j.lab.run.Stopwatch;
import org.momo4j.lab.run.TrainingLoop;
import org.momo4j.lab.run.diagnostics.Thinning;
import org.momo4j.lab.run.folder.JournalEnd;
import org.momo4j.lab.run.folder.Provenance;
import org.momo4j.lab.run.folder.RunFolder;

/**
 * One run, from its parts to a complete folder. A short one writes its two files when it is over; a long one saves itself from
 * time to time, and goes on from there when it is run again.
 */
final class RecordedRun {
    private static final long BETWEEN_REPORTS = Duration.ofMillis(250).toNanos();

    private final RunPlan plan;
    private final RunFolder folder;
    private final SweepSettings settings;
    private final SweepListener listener;
    private final Checkpoints checkpoints;
    private Provenance provenance;
    private final Instant started = Instant.now();
    private final List<Row.Evaluated> evaluations = new ArrayList<>();
    private Thinning diagnostics;
    private Stopwatch watch = new Stopwatch();
    private int onDisk;
    private long saved = System.nanoTime();
    private long told = System.nanoTime();
    private long steps = 1;
    private boolean everSaved;
    private Optional<Throwable> failure = Optional.empty();
    private Optional<RunObserver> observer = Optional.empty();

    RecordedRun(RunPlan plan, RunFolder folder, SweepSettings settings, SweepListener listener) {
        this.plan = plan;
        this.folder = folder;
        this.settings = settings;
        this.listener = listener;
        provenance = settings.provenance();
        checkpoints = new Checkpoints(folder.path());
        diagnostics = new Thinning(plan.training().diagnostics());
    }

    /**
     * Runs, whatever comes of it.
     *
     * @param assembly makes the parts
     * @param begun    whether something may be there to go on from
     */
    JournalEnd run(Assembly assembly, boolean begun) throws IOException {
        Outcome outcome = outcome(assembly, begun);
        folder.begin(provenance, started);
        folder.fail(failure);
        folder.end(Merged.of(evaluations, diagnostics.kept()), outcome);
        tellEnd(outcome);
        return new JournalEnd(outcome,
                evaluations.isEmpty() ? Optional.empty() : Optional.of(evaluations.getLast()));
    }

    private void tellEnd(Outcome outcome) {
        try {
            observer().ended(outcome);
        } catch (RuntimeException e) {
            listener.message(plan.name() + " is complete, but whoever observes it is not told: " + e.getMessage());
        }
    }

    private Outcome outcome(Assembly assembly, boolean begun) throws IOException {
        Optional<TrainingLoop> made = Optional.empty();
        try {
            Optional<TrainingLoop> resumed = begun ? resume(assembly) : Optional.empty();
            TrainingLoop loop = resumed.isPresent() ? resumed.get() : fresh(assembly);
            made = Optional.of(loop);
            Optional<Outcome> outcome = resumed.isPresent() ? loop.ended() : loop.begin();
            while (outcome.isEmpty()) {
                outcome = loop.step();
                long now = System.nanoTime();
                if (now - told >= BETWEEN_REPORTS) {
                    told = now;
                    listener.progressed(plan, loop.steps() / (double) steps);
                }
                if (now - saved >= settings.checkpoints().toNanos() && outcome.isEmpty()) {
                    save(loop);
                }
            }
            if (everSaved && outcome.get().status() == Status.DONE) {
                save(loop);
            }
            return outcome.get();
        } catch (NotApplicableException refused) {
            return new Outcome(Status.SKIPPED, 0, String.valueOf(refused.getMessage()), 0);
        } catch (RuntimeException | Error e) {
            return failed(assembly, made.map(TrainingLoop::steps).orElse(0L), e);
        }
    }

    private TrainingLoop fresh(Assembly assembly) throws NotApplicableException {
        evaluations.clear();
        onDisk = 0;
        diagnostics = new Thinning(plan.training().diagnostics());
        watch = new Stopwatch();
        RunParts parts = assembly.of(plan);
        steps = parts.steps();
        provenance = settings.provenance().with(parts.objective().dataDigests());
        RunListener rows = new JournalRows(parts.epochs(), watch, this::evaluated);
        return new TrainingLoop(plan, parts, watch, new Steps(diagnostics, observer(), rows));
    }

    private void evaluated(Row.Evaluated row) {
        evaluations.add(row);
        observer().evaluated(row);
    }

    /** The observer of this run; called first when as much as possible is known of where the run comes from. */
    private RunObserver observer() {
        if (observer.isEmpty()) {
            observer = Optional.of(RunObserver.NOBODY); // asked for once, whatever becomes of it
            observer = Optional.of(settings.observers().begin(plan, provenance, folder.path()));
        }
        return observer.get();
    }

    private void save(TrainingLoop loop) throws IOException {
        folder.begin(provenance, started);
        folder.append(evaluations.subList(onDisk, evaluations.size()));
        onDisk = evaluations.size();
        checkpoints.save(new Checkpoint(folder.digest(), State.version(1).with("evaluations", onDisk)
                .with("loop", loop.state()).with("diagnostics", diagnostics.state())));
        everSaved = true;
        saved = System.nanoTime();
    }

    /** The loop as the newest checkpoint that is whole has it; empty if there is none: the run begins anew. */
    private Optional<TrainingLoop> resume(Assembly assembly) throws IOException, NotApplicableException {
        for (Checkpoint checkpoint : checkpoints.load(folder.digest(), listener::message)) {
            TrainingLoop loop = fresh(assembly);
            try {
                loop.restore(checkpoint.state().requireVersion(1).child("loop"));
                diagnostics.restore(checkpoint.state().child("diagnostics"));
                folder.cut((int) checkpoint.state().scalar("evaluations")).forEach(this::evaluated);
            } catch (IllegalArgumentException unusable) {
                listener.message("a checkpoint of " + plan.name() + " is not used: " + unusable.getMessage());
                continue;
            }
            onDisk = evaluations.size();
            everSaved = true;
            return Optional.of(loop);
        }
        folder.restart();
        checkpoints.delete();
        return Optional.empty();
    }

    /** Whatever was thrown, memory that ran out included, ends this run and no other. */
    private Outcome failed(Assembly assembly, long steps, Throwable cause) {
        assembly.discard(plan);
        failure = Optional.of(cause);
        String what = switch (cause) {
            case IllegalArgumentException refused when refused.getMessage() != null -> refused.getMessage();
            case UncheckedIOException file -> FileError.sentence(file.getCause());
            default -> cause.getClass().getSimpleName() + ": " + cause.getMessage();
        };
        String by = Blame.of(cause).map(plugin -> " (in " + plugin + ")")
                .or(() -> plan.plugins().isEmpty()
                        ? Optional.empty()
                        : Optional.of(" (plugins of this run: " + String.join(", ", plan.plugins().values()) + ")"))
                .orElse("");
        return new Outcome(Status.FAILED, steps, what + by, watch.seconds());
    }

    /** Steps go to the diagnostics and to whoever observes the run, evaluations become rows. */
    private record Steps(RunListener diagnostics, RunObserver observer, RunListener rows) implements RunListener {
        @Override
        public void step(StepReport report) {
            diagnostics.step(report);
            observer.step(report);
        }

        @Override
        public void evaluated(long k, Map<String, Double> metrics) {
            rows.evaluated(k, metrics);
        }
    }
}
