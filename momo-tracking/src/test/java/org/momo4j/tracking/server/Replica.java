package org.momo4j.tracking.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.JournalReader;
import org.momo4j.tracking.journal.Line;
import org.momo4j.tracking.journal.Outbox;

/** What a server must hold of one journal: everything in it, and nothing else. */
public final class Replica {
    private static final String UID = "momo.uid";
    private static final String PARENT = "mlflow.parentRunId";
    /** Tags that a server needs, or sets, and no journal says. */
    private static final Set<String> UNSAID = Set.of(UID, PARENT, "mlflow.runName", "mlflow.user");

    private final Map<String, String> params = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final Set<Recorded.Metric> metrics = new HashSet<>();
    private final Set<Recorded.DataSet> dataSets = new HashSet<>();
    private final Map<String, String> artifacts = new TreeMap<>();
    private String uid = "";
    private String name = "";
    private Optional<String> parent = Optional.empty();
    private long startTime;
    private OptionalLong endTime = OptionalLong.empty();
    private String status = "RUNNING";

    private Replica() {}

    /** What the journal of an outbox says. */
    public static Replica of(Outbox outbox) throws IOException {
        Replica replica = new Replica();
        try (JournalReader journal = new JournalReader(outbox.journal())) {
            for (Optional<Line> line = journal.next(); line.isPresent(); line = journal.next()) {
                replica.add(line.get());
            }
        }
        return replica;
    }

    private void add(Line line) {
        long time = line.time().toEpochMilli();
        status = "RUNNING";
        switch (line.entry()) {
            case Entry.Began began -> {
                uid = began.uid();
                name = began.name();
                parent = began.parent();
                startTime = time;
            }
            case Entry.Params(Map<String, String> values) -> params.putAll(values);
            case Entry.Tags(Map<String, String> values) -> tags.putAll(values);
            case Entry.Metrics(long step, Map<String, Double> values) -> values.forEach(
                    (key, value) -> metrics.add(new Recorded.Metric(key, step, time, finite(value))));
            case Entry.DataSet data -> dataSets.add(new Recorded.DataSet(data.name(), data.digest(),
                    data.sourceType(), data.source(), Map.of("mlflow.data.context", data.context())));
            case Entry.Artifact file -> artifacts.put(file.path(), file.digest());
            case Entry.Ended ended -> {
                status = ended.status().name().toUpperCase(Locale.ROOT);
                endTime = OptionalLong.of(time); // it stays when the run goes on
            }
        }
    }

    /** SQL stores keep no infinities. */
    private static double finite(double value) {
        return Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value;
    }

    /** The same without a metric that the server is known to refuse. */
    public Replica without(String metric) {
        metrics.removeIf(row -> row.key().equals(metric));
        return this;
    }

    /** Metric values. */
    public int values() {
        return metrics.size();
    }

    /** Fails unless the experiment on the server is made of exactly these runs, and each is as its journal says. */
    public static void assertExact(Recorded server, String experiment, List<Replica> replicas) {
        List<Recorded.Run> runs = server.runs(experiment);
        assertEquals(replicas.stream().map(r -> r.uid).sorted().toList(),
                runs.stream().map(run -> run.tags().getOrDefault(UID, "none")).sorted().toList(),
                "the runs on the server are those of the journals, each once");
        Map<String, Recorded.Run> byUid = runs.stream()
                .collect(Collectors.toMap(run -> run.tags().getOrDefault(UID, ""), Function.identity()));
        replicas.forEach(replica -> replica.compare(byUid));
    }

    private void compare(Map<String, Recorded.Run> byUid) {
        Recorded.Run run = Optional.ofNullable(byUid.get(uid)).orElseThrow();
        assertEquals(name, run.name());
        assertEquals(status, run.status(), name);
        assertEquals(startTime, run.startTime(), name);
        assertEquals(endTime, run.endTime(), name);
        assertEquals(params, new TreeMap<>(run.params()), name);
        Map<String, String> said = new HashMap<>(run.tags());
        said.keySet().removeIf(key -> UNSAID.contains(key) && !tags.containsKey(key));
        assertEquals(tags, new TreeMap<>(said), name);
        assertEquals(parent.map(p -> Optional.ofNullable(byUid.get(p)).map(Recorded.Run::id).orElse("missing")),
                Optional.ofNullable(run.tags().get(PARENT)), name);
        List<Recorded.Metric> expected = new ArrayList<>(metrics);
        expected.sort(null);
        assertEquals(expected, run.metrics(), () -> name + ": metrics, every row once");
        assertEquals(dataSets, new HashSet<>(run.dataSets()), name);
        assertEquals(artifacts, new TreeMap<>(run.artifacts()), name);
    }
}
