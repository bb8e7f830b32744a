package org.momo4j.lab.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.run.folder.JournalEnd;
import org.momo4j.lab.run.folder.Standing;
import org.momo4j.lab.sweep.Inventory;
import org.momo4j.lab.sweep.SweepListener;
import org.momo4j.lab.sweep.summary.Summary;
import org.momo4j.lab.terminal.RunBar;
import org.momo4j.lab.terminal.Terminal;

/** Tells a person how a sweep and its running runs go on: a bar on a terminal, and a line now and then in a pipe. */
final class SweepProgress implements SweepListener, AutoCloseable {
    private static final long BETWEEN_LINES = Duration.ofSeconds(5).toNanos();

    private final Terminal terminal;
    private final String experiment;
    private final Summary summary;
    private final RunBar bar;
    private final Map<String, Long> found = new LinkedHashMap<>();
    private final Map<String, Double> running = new TreeMap<>();
    private int total;
    private int done;
    private long said = System.nanoTime();

    SweepProgress(Terminal terminal, String experiment, Summary summary) {
        this.terminal = terminal;
        this.experiment = experiment;
        this.summary = summary;
        bar = RunBar.on(terminal, "runs");
    }

    @Override
    public void found(Inventory inventory) {
        found.putAll(RunTable.counts(inventory));
        say(experiment + ": " + RunTable.sentence(inventory)
                + (inventory.count(Standing.STALE) > 0 ? "; what is stale is moved to the folder stale" : ""));
        inventory.kept(summary::add);
        total = inventory.missing().size();
        bar.total(total);
    }

    @Override
    public void progressed(RunPlan plan, double fraction) {
        running.put(plan.name(), fraction);
        bar.saying(running());
        sayNowAndThen();
    }

    /** Every run that is running, and how far it is. */
    private String running() {
        return running.entrySet().stream().map(e -> e.getKey() + " " + Math.round(100 * e.getValue()) + "%")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void ended(RunPlan plan, JournalEnd end) {
        summary.add(plan, end);
        done++;
        bar.done();
        running.remove(plan.name());
        bar.saying(running());
        Status status = end.outcome().status();
        if (status == Status.FAILED || status == Status.TIMED_OUT || status == Status.SKIPPED) {
            say(plan.name() + " " + verb(status) + ": " + end.outcome().reason());
        }
        sayNowAndThen();
    }

    private void sayNowAndThen() {
        if (!terminal.interactive() && done < total && System.nanoTime() - said >= BETWEEN_LINES) {
            said = System.nanoTime();
            say(done + " of " + Counted.of(total, "run") + (running.isEmpty() ? "" : "; " + running()));
        }
    }

    private static String verb(Status status) {
        return switch (status) {
            case FAILED -> "failed";
            case TIMED_OUT -> "timed out";
            default -> "is skipped";
        };
    }

    @Override
    public void message(String sentence) {
        say(sentence);
    }

    private void say(String sentence) {
        terminal.err().println("momo: " + sentence.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** How many runs were new, kept, stale ... */
    Map<String, Long> found() {
        return found;
    }

    @Override
    public void close() {
        bar.close();
    }
}
