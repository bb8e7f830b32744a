package org.momo4j.lab.run.folder;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.Row;
import org.momo4j.tracking.Tracking;

/** The folder of one run, in the folder of its experiment. */
public final class RunFolder {
    private static final String STALE = "stale";

    private final Path experiment;
    private final Path folder;
    private final RunPlan plan;
    private final String digest;
    private final Journal journal;

    /**
     * The folder of a run; it need not be there.
     *
     * @param experiment the folder of the experiment
     * @param plan       the run
     */
    public RunFolder(Path experiment, RunPlan plan) {
        this.experiment = experiment;
        this.plan = plan;
        folder = experiment.resolve(plan.name());
        digest = PlanDigest.of(plan);
        journal = new Journal(folder, digest);
    }

    /** What is known of the run. */
    public Standing standing() throws IOException {
        Optional<String> found = RunFile.digest(folder);
        if (found.isEmpty()) {
            return isEmpty() ? Standing.NEW : Standing.STALE;
        }
        if (!found.get().equals(digest)) {
            return Standing.STALE;
        }
        return journal.end().map(
                end -> end.outcome().status() == Outcome.Status.FAILED ? Standing.FAILED : Standing.KEPT)
                .orElse(Standing.UNFINISHED);
    }

    /** Whether there is nothing but what a kill leaves behind before a run's first file is in place. */
    private boolean isEmpty() throws IOException {
        return !Files.exists(folder) || visible().isEmpty();
    }

    private List<Path> visible() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .filter(f -> !f.endsWith(Tracking.OUTBOX)) // there before the first file of results
                    .toList();
        }
    }

    /** How the run ended; empty if it did not. */
    public Optional<JournalEnd> end() throws IOException {
        return journal.end();
    }

    /** Moves what belongs to another plan to the folder {@code stale} beside it, where nothing is lost. */
    public Path moveAside() throws IOException {
        Path stale = Files.createDirectories(experiment.resolve(STALE));
        int number = 1;
        while (Files.exists(stale.resolve(plan.name() + "-" + number))) {
            number++;
        }
        return Files.move(folder, stale.resolve(plan.name() + "-" + number), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Says in {@code run.json} what run this is, unless it says so already. */
    public void begin(Provenance provenance, Instant started) throws IOException {
        if (!RunFile.digest(folder).equals(Optional.of(digest))) {
            RunFile.write(folder, plan, digest, provenance, started);
        }
    }

    /** The digest of the run's plan. */
    public String digest() {
        return digest;
    }

    /** Where the run's files are. */
    public Path path() {
        return folder;
    }

    /** Adds rows while the run goes on; they are on the disk when this returns. */
    public void append(List<? extends Row> rows) throws IOException {
        journal.append(rows);
    }

    /**
     * Cuts the journal of a run that goes on to its first evaluations, and returns them.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    public List<Row.Evaluated> cut(int evaluations) throws IOException {
        return journal.cut(evaluations);
    }

    /** Removes the journal of a run that begins anew. */
    public void restart() throws IOException {
        journal.delete();
    }

    /** Writes where something was thrown to {@code failure.txt}, or removes what an earlier attempt left there. */
    public void fail(Optional<Throwable> cause) throws IOException {
        Path file = folder.resolve("failure.txt");
        if (cause.isPresent()) {
            StringWriter trace = new StringWriter();
            cause.get().printStackTrace(new PrintWriter(trace));
            Files.writeString(file, trace.toString());
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** Writes the journal of a run that is over, in place of what there was; from now on it is complete. */
    public void end(Iterable<? extends Row> rows, Outcome outcome) throws IOException {
        journal.write(rows, outcome);
        if (Files.exists(folder)) {
            removeLeftovers();
        }
    }

    /** Temporary files of a process that was killed. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(".")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
