package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.WrittenJournal;
import org.momo4j.tracking.server.Recorded;

/** A run with something of everything, and what a server must hold of it in the end. */
final class ExampleRun {
    private static final int STEPS = 2_500;
    private static final byte[] FILE = "h\u00e9llo\n".getBytes(StandardCharsets.UTF_8);

    private final WrittenJournal journal;
    private final String uid;
    private final String experiment;
    private final List<Recorded.Metric> metrics = new ArrayList<>();

    private ExampleRun(Path folder, String experiment, String uid) {
        this.experiment = experiment;
        this.uid = uid;
        journal = WrittenJournal.in(folder, uid, experiment, "momo-lr=1", Optional.empty());
    }

    /** Written in full. */
    static ExampleRun written(Path folder, String experiment, String uid) {
        ExampleRun replica = new ExampleRun(folder, experiment, uid);
        replica.write();
        return replica;
    }

    private void write() {
        Map<String, String> params = new LinkedHashMap<>();
        for (int i = 0; i < 130; i++) {
            params.put("p" + i, "v" + i);
        }
        journal.add(1_001, new Entry.Params(params), new Entry.Tags(Map.of("colour", "red")));
        journal.add(1_002, new Entry.DataSet("mnist", "abc", "local", "{\"uri\":\"x\"}", "training"));
        List<Entry> lines = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            lines.add(new Entry.Metrics(step, Map.of("loss", 1.0 / (step + 1), "rate/\u00fc b", (double) step)));
            metrics.add(new Recorded.Metric("loss", step, 1_003, 1.0 / (step + 1)));
            metrics.add(new Recorded.Metric("rate/\u00fc b", step, 1_003, step));
        }
        lines.add(new Entry.Metrics(STEPS, Map.of("loss", Double.NaN)));
        lines.add(new Entry.Metrics(STEPS + 1, Map.of("loss", Double.POSITIVE_INFINITY)));
        lines.add(new Entry.Metrics(STEPS + 2, Map.of("loss", Double.NEGATIVE_INFINITY)));
        metrics.add(new Recorded.Metric("loss", STEPS, 1_003, Double.NaN));
        metrics.add(new Recorded.Metric("loss", STEPS + 1, 1_003, Double.MAX_VALUE)); // as the server keeps it
        metrics.add(new Recorded.Metric("loss", STEPS + 2, 1_003, -Double.MAX_VALUE));
        journal.add(1_003, lines.toArray(Entry[]::new));
        journal.add(1_004, new Entry.Ended(Entry.Ended.Status.FAILED), new Entry.Tags(Map.of("colour", "blue")));
        journal.artifact(1_005, "plots/loss 1+\u00fc%.txt", FILE);
        journal.add(1_006, new Entry.Ended(Entry.Ended.Status.FINISHED));
    }

    /** The journal. */
    WrittenJournal journal() {
        return journal;
    }

    /** Fails unless the server holds the run, once, and all of it. */
    void assertIsOn(Recorded server) {
        List<Recorded.Run> runs = server.runs(experiment).stream()
                .filter(run -> uid.equals(run.tags().get("momo.uid"))).toList();
        assertEquals(1, runs.size(), "runs with this uid");
        Recorded.Run run = runs.getFirst();
        assertEquals("momo-lr=1", run.name());
        assertEquals("FINISHED", run.status());
        assertEquals(1_000, run.startTime());
        assertEquals(OptionalLong.of(1_006), run.endTime());
        assertEquals(130, run.params().size());
        assertEquals("v129", run.params().get("p129"));
        assertEquals("blue", run.tags().get("colour"));
        assertEquals(System.getProperty("user.name"), run.tags().get("mlflow.user"));
        Collections.sort(metrics);
        assertEquals(metrics, run.metrics());
        assertEquals(List.of(new Recorded.DataSet("mnist", "abc", "local", "{\"uri\":\"x\"}",
                Map.of("mlflow.data.context", "training"))), run.dataSets());
        assertEquals(1, run.artifacts().size());
        assertEquals(outboxDigest(), run.artifacts().get("plots/loss 1+\u00fc%.txt"));
    }

    private String outboxDigest() {
        String[] names = journal.outbox().folder().resolve("artifacts").toFile().list();
        return names == null ? "" : names[0];
    }
}
