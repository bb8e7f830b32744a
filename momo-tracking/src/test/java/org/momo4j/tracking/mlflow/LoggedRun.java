package org.momo4j.tracking.mlflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.Journal;
import org.momo4j.tracking.journal.OnFullDisk;
import org.momo4j.tracking.journal.Outbox;

/** A run that is logged in three parts, with something of everything. */
final class LoggedRun implements AutoCloseable {
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final String experiment;
    private final Outbox outbox;
    private final Journal journal;
    private long step;

    LoggedRun(Path folder, String experiment, Consumer<String> messages) throws IOException {
        this.experiment = experiment;
        outbox = new Outbox(folder);
        journal = new Journal(outbox, InstantSource.system(), OnFullDisk.STOP, messages, ticks);
    }

    Outbox outbox() {
        return outbox;
    }

    long durable() {
        return journal.durable();
    }

    void first() throws IOException {
        journal.append(new Entry.Began("uid-1", experiment, "a run", Optional.empty()));
        journal.append(new Entry.Params(Map.of("lr", "0.1", "model/größe", "3", "empty", "")));
        journal.append(new Entry.Tags(Map.of("host", "here", "changes", "1")));
        metrics(100);
        journal.sync();
    }

    /** With the metric {@code refused}, once. */
    void second() throws IOException {
        metrics(200);
        journal.append(new Entry.Tags(Map.of("changes", "2")));
        journal.append(new Entry.Metrics(step, Map.of("refused", 1.0, "taken", 2.0)));
        journal.append(new Entry.Metrics(step, Map.of("not finite", Double.NaN, "up", Double.POSITIVE_INFINITY, "down",
                Double.NEGATIVE_INFINITY)));
        journal.append(new Entry.Ended(Entry.Ended.Status.FAILED));
        journal.sync();
    }

    /** It goes on after its end. */
    void third() throws IOException {
        journal.append(new Entry.DataSet("digits", "abc123", "synthetic", "{\"seed\": 1}", "training"));
        byte[] content = "the content of a file".getBytes(StandardCharsets.UTF_8);
        String digest = HexFormat.of().formatHex(sha256().digest(content));
        Files.createDirectories(outbox.artifact(digest).resolveSibling(""));
        Files.write(outbox.artifact(digest), content);
        journal.append(new Entry.Artifact("plots/loss curve.svg", digest, content.length));
        metrics(50);
        journal.append(new Entry.Params(Map.of("found later", "yes")));
        journal.append(new Entry.Tags(Map.of("changes", "3")));
        journal.append(new Entry.Ended(Entry.Ended.Status.FINISHED));
        journal.sync();
    }

    private void metrics(int lines) {
        for (int i = 0; i < lines; i++) {
            step++;
            journal.append(new Entry.Metrics(step, Map.of("loss", 1.0 / step, "accuracy/train", step * 0.001)));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
        ticks.shutdownNow();
    }
}
