package org.momo4j.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;
import org.momo4j.nn.task.DataDirectory;

class RunCommandTest {
    private static final String SMALL = """
            experiment: small
            objective: {name: least-squares, samples: 200, dimension: 10}
            batchSize: 20
            epochs: 3
            seeds: 2
            optimizers:
              - {name: momo, lr: [0.1, 1]}
              - {name: sgd-m, lr: [0.1, 1e8]}
            """;

    @TempDir
    private Path folder = Path.of("");
    private String specification = "";
    private String out = "";

    @BeforeEach
    void write() throws IOException {
        specification = Files.writeString(folder.resolve("small.yaml"), SMALL).toString();
        out = folder.resolve("out").toString();
    }

    private Ran run(String... more) {
        return Ran.momo(Stream.concat(Stream.of("run", specification, "--out", out), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aDryRunSaysWhatWouldBeRunAndWritesNothing() throws IOException {
        Ran ran = run("--dry-run");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(8 + 2, ran.out().lines().count(), ran.out());
        assertTrue(ran.out().endsWith("8 runs: 8 new, 0 kept, 0 stale\n"), ran.out());
        assertFalse(Files.exists(Path.of(out)));
        JsonNode document = new JsonMapper().readTree(run("--dry-run", "--format", "json").out());
        assertEquals(8, document.get("runs").size());
        assertEquals("new", document.get("runs").get(0).get("standing").asText());
    }

    @Test
    void runsAreSummedUpOverSeeds() throws IOException {
        Ran ran = run("--jobs", "2");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().contains("momo: small: 8 runs: 8 new, 0 kept, 0 stale\n"), ran.err());
        assertEquals(1 + 4, ran.out().lines().count(), ran.out());
        assertTrue(ran.out().lines().anyMatch(l -> l.matches("sgd-m +1e8 +2 +0 +2 +0 +inf +inf")), ran.out());
        assertTrue(ran.out().lines().anyMatch(l -> l.matches("momo +1 +2 +2 +0 +0 .*")), ran.out());
        Path place = Path.of(out, "small");
        assertTrue(Files.size(place.resolve("experiment.yaml")) > 0);
        try (Stream<Path> runs = Files.list(place)) {
            assertEquals(8, runs.filter(r -> Files.exists(r.resolve("journal.jsonl"))).count());
        }

        JsonNode again = new JsonMapper().readTree(run("--format", "json").out());
        assertEquals(8, again.get("found").get("kept").intValue());
        assertEquals(6, again.get("status").get("done").intValue());
        assertEquals(2, again.get("status").get("diverged").intValue());
        assertEquals(4, again.get("groups").size());
        assertEquals("Infinity", again.get("groups").get(3).get("medianLoss").asText());
    }

    @Test
    void aChangedSpecificationMakesRunsStale() {
        run();
        Ran dry = run("--dry-run", "--set", "epochs=2");
        assertTrue(dry.out().endsWith("8 runs: 0 new, 0 kept, 8 stale\n"), dry.out());
        Ran more = run("--set", "seeds=3");
        assertTrue(more.err().contains("12 runs: 4 new, 8 kept, 0 stale"), more.err());
    }

    @Test
    void aRunThatFailsIsOneLineAndOneExitCode() {
        Ran ran = run("--set", "stop.seconds=1e-9");
        assertEquals(1, ran.code(), ran.err());
        // two diverge in their first step
        assertEquals(6, ran.err().lines().filter(l -> l.contains(" timed out: its 1e-9 seconds were over")).count(),
                ran.err());
    }

    @Test
    void aTraceShowsEveryQuantity() throws IOException {
        Ran ran = Ran.momo("trace", specification, "--steps", "5");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().lines().skip(1).findFirst().orElse("").matches(
                "k +f_k +alpha_k +f-bar_k +gamma_k +rho_k +<d,x> +h_k +\\|d\\|\\^2 +f\\*_k +t_k +alpha/rho +tau_k +acted"),
                ran.out());
        JsonNode document = new JsonMapper()
                .readTree(Ran.momo("trace", specification, "--steps", "5", "--format", "json").out());
        assertEquals(5, document.get("steps").size());
        for (JsonNode step : document.get("steps")) {
            double h = step.get("lossAverage").doubleValue() + step.get("directionDotParams").doubleValue()
                    - step.get("gamma").doubleValue();
            assertEquals(h, step.get("h").doubleValue());
            double t = (h - step.get("rho").doubleValue() * step.get("lowerBound").doubleValue())
                    / step.get("directionNormSquared").doubleValue();
            assertEquals(t, step.get("adaptiveTerm").doubleValue(), 1e-9 * t);
        }
        Ran wrong = Ran.momo("trace", specification, "--run", "momo-lr=1-sed=0");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().startsWith("momo: unknown run \"momo-lr=1-sed=0\"; did you mean \"momo-lr="),
                wrong.err());
    }

    @Test
    void missingDataAreOneSentenceBeforeAnythingIsWritten() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String before = System.getProperty("user.home");
        System.setProperty("user.home", empty.toString());
        try {
            for (String[] more : new String[][]{{}, {"--dry-run"}}) {
                Ran ran = run(Stream.concat(Stream.of("--set", "objective={name: cifar10-resnet20}", "--data-dir",
                        empty.toString()), Stream.of(more)).toArray(String[]::new));
                assertEquals(2, ran.code(), ran.err());
                assertTrue(ran.err().startsWith("momo: data set cifar10 was found nowhere: looked for"), ran.err());
                assertEquals(1, ran.err().lines().count(), ran.err());
                assertEquals(more.length == 0 ? 0 : 8 + 2, ran.out().lines().count(), ran.out());
            }
        } finally {
            System.setProperty("user.home", before);
            System.clearProperty(DataDirectory.PROPERTY);
        }
        Ran file = run("--set", "objective={name: least-squares, data: missing.svm}");
        assertEquals(2, file.code());
        assertEquals("momo: missing.svm does not exist; a LIBSVM file is needed\n", file.err());
        assertFalse(Files.exists(Path.of(out)));
    }

    @Test
    void completeRunsNeedNoData() throws IOException {
        Path data = Files.writeString(folder.resolve("a.svm"), "1 1:1\n-1 1:2\n");
        String objective = "objective={name: least-squares, data: a.svm}";
        assertEquals(0, run("--set", objective).code());
        Files.delete(data);
        Ran again = run("--set", "objective={name: least-squares, data: " + data + "}");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.err().contains("8 runs: 0 new, 8 kept, 0 stale"), again.err());
        assertEquals(2, run("--set", "objective={name: least-squares, data: " + data + "}", "--set", "seeds=3").code());
    }
}
