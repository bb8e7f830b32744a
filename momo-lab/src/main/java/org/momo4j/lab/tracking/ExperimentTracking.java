package org.momo4j.lab.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.momo4j.lab.experiment.RunPlan;
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
    private static final String FOLDER = "tracking";
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
        return new Outbox(folder.resolve(FOLDER));
    }

    /** Whether a run was told of since this was made. */
    boolean isTold(RunPlan plan) {
        return told.contains(plan.name());
    }

    /** Says of the sweep what can be said of all runs. */
    void describe(Map<String, String> tags) {
        parent.tags(tags);
    }

    /** The runs in the folder of an experiment that were tracked, whatever came of them. */
    static List<Path> tracked(Path experiment) throws IOException {
        try (Stream<Path> runs = Files.list(experiment)) {
            return runs.filter(run -> Files.exists(outbox(run).journal())).toList();
        }
    }

    /** Goes on with a run of which only the journal is left, and leaves it as it is. */
    void goOn(Path run) {
        tracking.resume(outbox(run), String.valueOf(run.getFileName()), Optional.of(parent.uid()),
                InstantSource.system()).suspend();
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
        return new TrackedRun(tracker, plan, provenance);
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
        parent.end(Status.FINISHED);
    }

    /** Lets go; an experiment that was not finished can be gone on with. */
    @Override
    public void close() throws IOException {
        parent.suspend();
    }
}
