package org.momo4j.tracking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.Entry.Ended.Status;
import org.momo4j.tracking.journal.Journal;
import org.momo4j.tracking.journal.Logged;
import org.momo4j.tracking.journal.Outbox;

/**
 * Records one run: what it was made with, what was measured, and what came of it. Everything goes into the journal first, and
 * from there to a server if there is one; nothing here waits for a server.
 *
 * <p>A tracker of a run that was recorded before goes on with it, and what the journal has already is not written again:
 * parameters, tags and files that are the same, and metrics at steps up to the last one of the same metric. So an interrupted
 * run can retrace its steps from a checkpoint.
 *
 * <p>Any thread may call it.
 */
public final class Tracker implements RunListener, AutoCloseable {
    private static final String NON_FINITE = "momo.non_finite_metric";

    private final String uid;
    private final Journal journal;
    private final Logged said;
    private final ArtifactStore artifacts;
    private final SignificantDigits steps;
    private final Consumer<Tracker> onClose;
    private final Set<String> checked = new HashSet<>();
    private boolean finite;
    private boolean closed;

    Tracker(Entry.Began began, Outbox outbox, Journal journal, SignificantDigits steps, Consumer<Tracker> onClose) {
        this.journal = journal;
        this.steps = steps;
        this.onClose = onClose;
        artifacts = new ArtifactStore(outbox);
        said = journal.before();
        uid = began.uid();
        finite = said.tag(NON_FINITE).isEmpty();
    }

    /** By this the run is found on every server; a part of it names it as its parent. */
    public String uid() {
        return uid;
    }

    /** Logs what the run was made with. */
    public Tracker param(String key, Object value) {
        return params(Map.of(key, value));
    }

    /**
     * Logs what the run was made with. A value of more than 6000 characters is kept as the artifact {@code params/<key>.txt};
     * its beginning and its digest stand in its place.
     *
     * @throws IllegalArgumentException if a key is not allowed, or the parameter has another value already
     */
    public synchronized Tracker params(Map<String, ?> values) {
        values.keySet().forEach(key -> check("parameter", key));
        Map<String, LongText> fresh = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            LongText text = new LongText("params", key, String.valueOf(value), LongText.PARAM);
            Optional<String> old = said.param(key);
            if (old.isEmpty()) {
                fresh.put(key, text);
            } else if (!old.get().equals(text.shown())) {
                throw new IllegalArgumentException("the parameter \"" + key + "\" is \"" + old.get()
                        + "\" already, and cannot become \"" + text.shown() + "\": parameters of a run do not change");
            }
        });
        if (!fresh.isEmpty()) {
            write(new Entry.Params(shown(fresh)));
        }
        return this;
    }

    /** Says something about the run. */
    public Tracker tag(String key, String value) {
        return tags(Map.of(key, value));
    }

    /**
     * Says something about the run; a later value takes the place of an earlier one. A value of more than 5000 characters is
     * kept as the artifact {@code tags/<key>.txt}; its beginning and its digest stand in its place.
     *
     * @throws IllegalArgumentException if a key is not allowed
     */
    public synchronized Tracker tags(Map<String, String> values) {
        values.keySet().forEach(key -> check("tag", key));
        Map<String, LongText> fresh = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            LongText text = new LongText("tags", key, value, LongText.TAG);
            if (!said.tag(key).equals(Optional.of(text.shown()))) {
                fresh.put(key, text);
            }
        });
        if (!fresh.isEmpty()) {
            write(new Entry.Tags(shown(fresh)));
        }
        return this;
    }

    /** The newest value of a tag; as it is shown, if it was too long. */
    public synchronized Optional<String> currentTag(String key) {
        return said.tag(key);
    }

    /** What stands for these texts, after what is too long is kept. */
    private Map<String, String> shown(Map<String, LongText> texts) {
        Map<String, String> shown = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            if (text.isTooLong()) {
                artifact(text.path(), text.text());
            }
            shown.put(key, text.shown());
        });
        return shown;
    }

    /** Logs a metric at a step. */
    public void metric(String key, long step, double value) {
        metrics(step, Map.of(key, value));
    }

    /**
     * Logs metrics at a step. The first that is not finite also becomes the tags {@code momo.non_finite_metric} and
     * {@code momo.non_finite_at_step}, since servers do not keep infinities.
     *
     * @throws IllegalArgumentException if a key is not allowed
     */
    public synchronized void metrics(long step, Map<String, Double> values) {
        values.keySet().forEach(key -> check("metric", key));
        Map<String, Double> fresh = fresh(step, values);
        if (!fresh.isEmpty()) {
            journal.append(new Entry.Metrics(step, fresh));
            said.goesOn();
            fresh.forEach((key, value) -> watch(step, key, value));
        }
    }

    /** Those that the journal does not have yet; all of them but when steps are retraced. */
    private Map<String, Double> fresh(long step, Map<String, Double> values) {
        if (!said.reachesAny(values.keySet(), step)) {
            return values;
        }
        Map<String, Double> fresh = new LinkedHashMap<>(values);
        fresh.keySet().removeIf(key -> said.reaches(key, step));
        return fresh;
    }

    private void watch(long step, String key, double value) {
        if (finite && !Double.isFinite(value) && !StepMetrics.mayBeInfinite(key)) {
            Map<String, String> first = new LinkedHashMap<>();
            first.put(NON_FINITE, key);
            first.put("momo.non_finite_at_step", Long.toString(step));
            tags(first);
            finite = said.tag(NON_FINITE).isEmpty(); // a full disk may have taken it
        }
    }

    /** Logs the quantities of a step as {@code step/...}, if it is one of those that are kept. */
    @Override
    public void step(StepReport report) {
        if (steps.keep(report.k())) {
            metrics(report.k(), StepMetrics.of(report));
        }
    }

    /** Logs an evaluation. */
    @Override
    public void evaluated(long k, Map<String, Double> metrics) {
        metrics(k, metrics);
    }

    /**
     * Says which data the run used.
     *
     * @throws IllegalArgumentException if the name has more than 500 characters, or the digest more than 36
     */
    public synchronized void dataSet(Entry.DataSet data) {
        Names.checkLength("name of a data set", data.name(), 500);
        Names.checkLength("digest of a data set", data.digest(), 36);
        once(data);
    }

    private void once(Entry entry) {
        if (!said.contains(entry)) {
            write(entry);
        }
    }

    /**
     * Keeps a file with the run, as it is now.
     *
     * @param path where it belongs among the files of the run, with {@code /} between folders
     * @param file the file
     * @throws IllegalArgumentException if the path is not allowed
     * @throws UncheckedIOException     if the file cannot be read, or not be kept and the run shall stop then
     */
    public void artifact(String path, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.isDirectory(file)) {
                throw new IOException(file + " is a folder");
            }
            artifact(path, in);
        } catch (IOException e) {
            throw new UncheckedIOException("the artifact \"" + path + "\" cannot be read: " + e, e);
        }
    }

    /**
     * Keeps a text with the run, in UTF-8.
     *
     * @throws IllegalArgumentException if the path is not allowed, or the text has half of a surrogate pair
     * @throws UncheckedIOException     if it cannot be kept and the run shall stop then
     */
    public void artifact(String path, String text) {
        artifact(path, new ByteArrayInputStream(LongText.utf8(text)));
    }

    private void artifact(String path, InputStream content) {
        Names.check("artifact", path);
        try {
            Entry.Artifact kept = artifacts.put(path, content); // may take long: others log meanwhile
            synchronized (this) {
                once(kept);
            }
        } catch (IOException e) {
            journal.lose(Path.of(path), 1, e);
        }
    }

    private void check(String kind, String key) {
        if (!checked.contains(key)) {
            Names.check(kind, key);
            checked.add(key);
        }
    }

    private void write(Entry entry) {
        if (journal.append(entry)) { // what was lost may be said again
            said.add(entry);
        }
    }

    /** Brings everything that was logged to the disk. */
    void sync() {
        try {
            journal.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the journal says that the run ended, and nothing after that. */
    public synchronized boolean hasEnded() {
        return said.ended().isPresent();
    }

    /** Says how the run ended, and closes; called again, it changes nothing. */
    public void end(Status status) {
        close(Optional.of(new Entry.Ended(status)));
    }

    /** Closes, and says nothing of an end: the run shall be gone on with. */
    public void suspend() {
        close(Optional.empty());
    }

    private synchronized void close(Optional<Entry.Ended> ended) {
        if (closed) {
            return;
        }
        closed = true;
        try (journal) {
            if (ended.isPresent() && !said.ended().equals(ended)) {
                write(ended.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            onClose.accept(this);
        }
    }

    /** Ends the run as finished, unless it ended before. */
    @Override
    public void close() {
        end(Status.FINISHED);
    }
}
