package org.momo4j.lab.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.momo4j.api.provider.Component;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.run.folder.Provenance;
import org.momo4j.lab.sweep.RunObserver;
import org.momo4j.lab.sweep.RunObservers;
import org.momo4j.tracking.Tracker;
import org.momo4j.tracking.Tracking;
import org.momo4j.tracking.journal.Entry.Ended.Status;
import org.momo4j.tracking.journal.Outbox;

/**
 * An experiment as a tracking server sees it: a parent run for the sweep, and beneath it a run for every run. What is sent lies
 * in the folder {@code tracking} of the experiment and of every run.
 */
public final class ExperimentTracking implements RunObservers, AutoCloseable {
    private static final String STATUS = "momo.status";
    static final String SPECIFICATION = "experiment.yaml";

    private final Tracking tracking;
    private final Path folder;
    private final String experiment;
    private final Tracker parent;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Begins to track an experiment, or goes on.
     *
     * @param tracking   records runs
     * @param folder     that of the experiment
     * @param experiment its name
     */
    public ExperimentTracking(Tracking tracking, Path folder, String experiment) {
        this.tracking = tracking;
        this.folder = folder;
        this.experiment = experiment;
        parent = tracking.resume(outbox(folder), experiment, Optional.empty(), InstantSource.system());
        parent.tag("mlflow.note.content", note());
    }

    private static Outbox outbox(Path folder) {
        return new Outbox(folder.resolve(Tracking.OUTBOX));
    }

    @Override
    public void movedAside(Path run) {
        if (Files.exists(outbox(run).journal())) {
            Tracker tracker = resume(tracking, run, Optional.of(parent.uid()));
            tracker.tag(STATUS, "stale");
            tracker.end(Status.KILLED);
        }
    }

    private static Tracker resume(Tracking tracking, Path run, Optional<String> parent) {
        return tracking.resume(outbox(run), String.valueOf(run.getFileName()), parent, InstantSource.system());
    }

    /** Says that runs are being made. */
    public void begin() {
        parent.tag(STATUS, "running");
    }

    /** Whether a run was told of since this was made. */
    boolean isTold(Path run) {
        return told.contains(String.valueOf(run.getFileName()));
    }

    /**
     * Says of the sweep where it comes from, and how many of its runs ended how.
     *
     * @param counts by status; one that was said before and is not among them has become 0
     */
    void describe(Map<String, String> origin, Map<String, Integer> counts) {
        parent.tags(origin);
        Stream<String> statuses = Stream.concat(Stream.of(Outcome.Status.values()).map(Component::spell),
                Stream.of(RunResult.UNFINISHED));
        statuses.forEach(status -> {
            int count = counts.getOrDefault(status, 0);
            String tag = "momo.runs." + status;
            if (count > 0 || parent.currentTag(tag).isPresent()) {
                parent.tag(tag, Integer.toString(count));
            }
        });
    }

    /** The runs in the folder of an experiment that were tracked, whatever came of them. */
    static List<Path> tracked(Path experiment) throws IOException {
        List<Path> tracked = new ArrayList<>();
        for (Path folder : List.of(experiment, experiment.resolve("stale"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> runs = Files.list(folder)) {
                    runs.filter(run -> Files.exists(outbox(run).journal())).forEach(tracked::add);
                }
            }
        }
        return tracked;
    }

    /** Whether the folder of an experiment was tracked as a sweep. */
    static boolean isSweep(Path experiment) {
        return Files.exists(outbox(experiment).journal());
    }

    /**
     * Sends the journal of a run, and leaves the run as it is.
     *
     * @return whether it has ended
     */
    static boolean goOn(Tracking tracking, Path run) {
        Tracker tracker = resume(tracking, run, Optional.empty());
        boolean ended = tracker.hasEnded();
        tracker.suspend();
        return ended;
    }

    private String note() {
        Path specification = folder.resolve(SPECIFICATION).toAbsolutePath().normalize();
        return "All runs of the experiment **" + experiment
                + "**. Its specification, with every default, is the artifact `"
                + SPECIFICATION + "`, made from [" + specification + "](" + specification.toUri()
                + "); the artifact `report/index.html` draws them all.";
    }

    @Override
    public RunObserver begin(RunPlan plan, Provenance provenance, Path run) {
        return begin(plan, provenance, run, InstantSource.system());
    }

    /** A run whose clock is another than that of the system. */
    TrackedRun begin(RunPlan plan, Provenance provenance, Path run, InstantSource clock) {
        told.add(plan.name());
        Tracker tracker = tracking.resume(outbox(run), plan.name(), Optional.of(parent.uid()), clock);
        try {
            return new TrackedRun(tracker, plan, provenance);
        } catch (RuntimeException e) {
            tracker.suspend();
            throw e;
        }
    }

    /**
     * Adds files to the parent run, under their names relative to the folder of the experiment; those that are not there are
     * passed over.
     */
    public void attach(List<Path> files) {
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                parent.artifact(path, file);
            }
        }
    }

    /** Says that all runs are over. */
    public void finish() {
        parent.tag(STATUS, "done");
        parent.end(Status.FINISHED);
    }

    /** Lets go; an experiment that was not finished can be gone on with. */
    @Override
    public void close() throws IOException {
        parent.suspend();
    }
}
