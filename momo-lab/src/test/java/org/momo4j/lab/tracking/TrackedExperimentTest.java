package org.momo4j.lab.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.RunResults;
import org.momo4j.tracking.Tracker;
import org.momo4j.tracking.Tracking;
import org.momo4j.tracking.TrackingSettings;
import org.momo4j.tracking.server.Recorded;
import org.momo4j.tracking.stub.StubServer;

class TrackedExperimentTest {
    private static final String NAME = "small";
    private static final String SMALL = """
            experiment: small
            objective: {name: least-squares, samples: 200, dimension: 10}
            batchSize: 20
            epochs: 3
            seeds: 2
            optimizers:
              - {name: momo, lr: [0.1, .inf]}
              - {name: sgd-m, lr: [0.1, 1e8]}
            """;

    private final StubServer server = StubServer.start();
    @TempDir
    private Path folder = Path.of("");
    private Path experiment = Path.of("");
    private String specification = "";

    @BeforeEach
    void write() throws IOException {
        specification = Files.writeString(folder.resolve("small.yaml"), SMALL).toString();
        experiment = folder.resolve("out").resolve(NAME);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Ran run(String... more) {
        return Ran.momo(Stream.concat(Stream.of("run", specification, "--out", folder.resolve("out").toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private Ran sync(String... more) {
        return Ran.momo(Stream.concat(Stream.of("sync", experiment.toString(), "--to", server.uri().toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private List<RunResult> results() throws IOException {
        return RunResults.in(experiment).stream(Detail.STEPS, damaged -> {
            throw new AssertionError(damaged);
        }).toList();
    }

    private Map<String, Recorded.Run> children() {
        return server.runs(NAME).stream().filter(run -> run.tags().containsKey("mlflow.parentRunId"))
                .collect(Collectors.toMap(Recorded.Run::name, run -> run));
    }

    private Recorded.Run parent() {
        List<Recorded.Run> parents = server.runs(NAME).stream()
                .filter(run -> !run.tags().containsKey("mlflow.parentRunId")).toList();
        assertEquals(1, parents.size());
        return parents.getFirst();
    }

    private static Map<Long, Double> series(Recorded.Run run, String key) {
        Map<Long, Double> series = new TreeMap<>();
        run.metrics().stream().filter(m -> m.key().equals(key)).forEach(m -> series.put(m.step(), m.value()));
        return series;
    }

    private void assertAsOnTheDisk() throws IOException {
        List<RunResult> results = results();
        Map<String, Recorded.Run> children = children();
        assertEquals(results.stream().map(r -> r.plan().name()).collect(Collectors.toSet()), children.keySet());
        for (RunResult result : results) {
            Recorded.Run run = children.get(result.plan().name());
            for (String metric : Set.of("train_loss", "gap", "relative_gap")) {
                Map<Long, Double> expected = new TreeMap<>();
                result.evaluations().forEach(row -> expected.put(row.step(), row.metrics().get(metric)));
                assertEquals(expected, series(run, metric), result.plan().name() + " " + metric);
            }
            assertEquals(result.status(), run.tags().get("momo.status"));
            assertEquals("FINISHED", run.status());
        }
    }

    @Test
    void whatIsOnTheDiskIsOnTheServerAtTheEndOfARun() throws IOException {
        Ran ran = run("--tracking", server.uri().toString());
        assertEquals(0, ran.code(), ran.err());
        assertTrue(Outboxes.assertReplicated(experiment, server, NAME) > 0);
        assertAsOnTheDisk();
        Recorded.Run momo = children().get("momo-lr=0.1-seed=1");
        assertEquals("momo", momo.params().get("optimizer"));
        assertEquals("0.1", momo.params().get("lr"));
        assertEquals("-1", momo.params().get("log10_lr"));
        assertEquals("1", momo.params().get("seed"));
        assertEquals("0.9", momo.params().get("beta"));
        assertEquals("least-squares", momo.params().get("objective"));
        assertEquals("Infinity", children().get("momo-lr=inf-seed=0").params().get("log10_lr"));
        assertEquals(series(momo, "train_loss").get(30L), series(momo, "final/train_loss").get(30L));
        assertTrue(series(momo, "step/step_size").keySet().containsAll(List.of(1L, 2L, 30L)), momo.toString());
        assertEquals(List.of("least-squares"), momo.dataSets().stream().map(Recorded.DataSet::name).toList());
        Recorded.Run diverged = children().get("sgd-m-lr=1e8-seed=0");
        assertEquals("diverged", diverged.tags().get("momo.status"));
        RunResult result = results().stream().filter(r -> r.plan().name().equals(diverged.name())).findAny()
                .orElseThrow();
        assertEquals(Long.toString(result.outcome().orElseThrow().step()),
                diverged.tags().get("momo.diverged_at_step"));
        assertTrue(parent().artifacts().keySet()
                .containsAll(
                        List.of("experiment.yaml", "report/index.html", "report/runs.csv", "report/lr-stability.svg")),
                parent().artifacts().keySet().toString());
        assertTrue(parent().tags().get("mlflow.note.content").contains("experiment.yaml"));
        assertEquals("FINISHED", parent().status());
        assertEquals("2", parent().tags().get("momo.runs.diverged"));
        assertEquals("6", parent().tags().get("momo.runs.done"));
        assertEquals(Double.toString(Math.log10(series(momo, "gap").get(30L))),
                Double.toString(series(momo, "final/log10_gap").get(30L)));
        assertFalse(momo.tags().containsKey("momo.reason"), "nothing is said where there is nothing to say");
    }

    @Test
    void runsThatWereMadeBeforeAreSentWithThoseThatAreMade() throws IOException {
        run("--set", "seeds=1");
        Ran ran = run("--tracking", server.uri().toString());
        assertEquals(0, ran.code(), ran.err());
        assertAsOnTheDisk();
        Outboxes.assertReplicated(experiment, server, NAME);
    }

    @Test
    void whatWasMadeBeforeIsSentAfterwardsAndNothingTwice() throws IOException {
        assertEquals(0, run().code());
        Ran first = sync("--format", "json");
        assertEquals(0, first.code(), first.err());
        assertAsOnTheDisk();
        int values = Outboxes.assertReplicated(experiment, server, NAME);
        for (RunResult result : results()) {
            assertEquals(result.steps().size(), series(children().get(result.plan().name()), "step/loss").size());
        }
        Ran second = sync();
        assertEquals(0, second.code(), second.err());
        assertEquals(values, Outboxes.assertReplicated(experiment, server, NAME));
        assertEquals(values, server.runs(NAME).stream().mapToInt(run -> run.metrics().size()).sum());
        assertTrue(second.out().contains(" 0 values delivered"), second.out());
    }

    @Test
    void aSweepThatGoesOnIsTheSameRunOnTheServer() throws IOException {
        run("--tracking", server.uri().toString(), "--set", "seeds=1");
        String parent = parent().id();
        run("--tracking", server.uri().toString());
        assertEquals(parent, parent().id());
        assertAsOnTheDisk();
        sync();
        Outboxes.assertReplicated(experiment, server, NAME);
    }

    @Test
    void aRunThatWasKilledBeforeItHadResultsIsTheSameRunOnTheServer() throws IOException {
        run("--tracking", server.uri().toString());
        Map<String, Recorded.Run> before = children();
        Path killed = experiment.resolve("momo-lr=0.1-seed=0");
        Files.delete(killed.resolve("run.json"));
        Files.delete(killed.resolve("journal.jsonl"));
        Ran ran = run("--tracking", server.uri().toString());
        assertTrue(ran.err().contains("1 new, 7 kept, 0 stale"), ran.err());
        assertEquals(before.get("momo-lr=0.1-seed=0").id(), children().get("momo-lr=0.1-seed=0").id());
        Outboxes.assertReplicated(experiment, server, NAME);
    }

    @Test
    void whatBelongsToAnotherPlanIsOverOnTheServer() throws IOException {
        run("--tracking", server.uri().toString(), "--set", "seeds=1");
        Set<String> old = server.runs(NAME).stream().map(Recorded.Run::id).collect(Collectors.toSet());
        Ran ran = run("--tracking", server.uri().toString(), "--set", "seeds=1", "--set", "epochs=4");
        assertTrue(ran.err().contains("4 stale"), ran.err());
        for (Recorded.Run run : server.runs(NAME)) {
            boolean stale = old.contains(run.id()) && !run.id().equals(parent().id());
            assertEquals(stale ? "KILLED" : "FINISHED", run.status(), run.name());
            assertEquals(stale, "stale".equals(run.tags().get("momo.status")), run.name());
        }
        assertEquals(1 + 4 + 4, server.runs(NAME).size());
        Outboxes.assertReplicated(experiment, server, NAME);
    }

    @Test
    void whatALoopOfItsOwnRecordedIsSentWithoutASweep() throws IOException {
        try (Tracking tracking = new TrackingSettings(folder, "own").open();
                Tracker tracker = tracking.run("by hand")) {
            tracker.metric("loss", 1, 0.5);
        }
        Ran ran = Ran.momo("sync", folder.resolve("own").toString(), "--to", server.uri().toString());
        assertEquals(0, ran.code(), ran.err());
        assertEquals(List.of("by hand"), server.runs("own").stream().map(Recorded.Run::name).toList());
        Outboxes.assertReplicated(folder.resolve("own"), server, "own");
    }

    @Test
    void aRunThatDoesNotSayWhereItComesFromIsPassedOverAndTheOthersAreSent() throws IOException {
        run();
        Path file = experiment.resolve("momo-lr=0.1-seed=0/run.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"started\" : \"[^\"]*\"", "\"began\" : 1"));
        Ran ran = sync();
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().contains("momo-lr=0.1-seed=0 is passed over"), ran.err());
        assertEquals(7, children().size());
    }

    @Test
    void aServerThatIsNotThereCostsNothing() throws IOException {
        server.stop();
        Ran ran = run("--tracking", server.uri().toString());
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().contains("momo sync " + experiment + " --to " + server.uri()), ran.err());
        assertEquals(8, results().size());
        Ran sync = sync("--patience", "0.5");
        assertEquals(1, sync.code());
        server.restart();
        assertEquals(0, sync().code());
        Outboxes.assertReplicated(experiment, server, NAME);
        assertAsOnTheDisk();
    }

    @Test
    void numbersAreTheSameWithAServerAndWithout() throws IOException {
        run("--tracking", server.uri().toString());
        Map<String, List<Row.Evaluated>> tracked = evaluations();
        experiment = folder.resolve("plain").resolve(NAME);
        Ran.momo("run", specification, "--out", folder.resolve("plain").toString(), "--tracking", "none");
        assertEquals(tracked, evaluations());
        try (Stream<Path> files = Files.walk(experiment)) {
            assertTrue(files.noneMatch(f -> f.endsWith("tracking")), "nothing is tracked that was not asked for");
        }
    }

    private Map<String, List<Row.Evaluated>> evaluations() throws IOException {
        return results().stream().collect(Collectors.toMap(r -> r.plan().name(), r -> r.evaluations().stream()
                .map(row -> new Row.Evaluated(row.step(), row.epoch(), row.metrics(), 0)).toList()));
    }

    @Test
    void wrongUseIsOneSentence() throws IOException {
        for (String uri : List.of("file:./mlruns", "sqlite:///x.db", "nonsense", "http://")) {
            Ran ran = run("--tracking", uri);
            assertEquals(2, ran.code(), uri + ran.err());
            assertEquals(1, ran.err().lines().count(), ran.err());
            assertTrue(ran.err().contains(uri) && ran.err().contains("http"), ran.err());
        }
        Ran nowhere = Ran.momo("sync", folder.resolve("nothing").toString(), "--to", server.uri().toString());
        assertEquals(2, nowhere.code());
        assertNotEquals("", nowhere.err());
        Ran secret = Ran.momo("sync", folder.toString(), "--to", "ftp://me:hush@host/");
        assertEquals(2, secret.code());
        assertTrue(!secret.err().contains("hush"), secret.err());
    }
}
