package org.momo4j.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.convex.testbed.Entry;
import org.momo4j.convex.testbed.TestBed;
import org.momo4j.lab.Ran;

class VerifyCommandTest {
    private static final String[] SMALL = {"verify", "--problems", "least-squares,half-spaces", "--betas", "0,0.9",
            "--steps", "200", "--seeds", "3", "--jobs", "2"};

    @Test
    void theTheoryHoldsAndTheDocumentSaysSo() throws IOException {
        Ran ran = Ran.momo(small("--format", "json"));
        assertEquals(0, ran.code(), ran.err());
        JsonNode document = new JsonMapper().readTree(ran.out());
        assertEquals(0, document.get("failed").intValue());
        JsonNode problem = document.get("problems").get(0);
        assertEquals("least-squares", problem.get("name").asText());
        assertEquals(200, problem.get("samples").intValue());
        assertEquals(10, problem.get("dimension").intValue());
        JsonNode last = problem.get("grid").get(problem.get("grid").size() - 1);
        assertEquals(200, last.get("K").intValue());
        assertTrue(last.get("gap").doubleValue() <= last.get("bound").doubleValue());
        assertTrue(last.get("gap").doubleValue() <= last.get("mean").doubleValue(), "the least mean is no larger");
        assertTrue(problem.get("worstRatio").doubleValue() <= 1);
        assertTrue(problem.get("hypotheses").get(0).get("holds").booleanValue());
        assertTrue(problem.get("curves").size() > 2);
        assertTrue(document.get("checks").findValuesAsText("expected").contains("violated"));
    }

    @Test
    void theDocumentSaysHowItWasMade() throws IOException {
        JsonNode document = new JsonMapper().readTree(Ran.momo(small("--format", "json")).out());
        JsonNode run = document.get("run");
        assertEquals(200, run.get("steps").intValue());
        assertEquals(3, run.get("seeds").intValue());
        assertEquals(0.9, run.get("betas").get(1).doubleValue());
        assertEquals(0, run.get("boundOffset").doubleValue());
        assertTrue(run.get("version").isTextual() && run.get("java").isTextual());
        JsonNode problem = document.get("problems").get(0);
        assertTrue(problem.get("R").doubleValue() > 0 && problem.get("L").doubleValue() > 0 && problem.has("G"));
        assertTrue(problem.get("batchSize").intValue() >= 1);
    }

    /** Whatever is chosen, and however short the runs: no check fails for want of steps or company. */
    @ParameterizedTest
    @MethodSource("names")
    void everyProblemPassesAlone(String name) {
        Ran ran = Ran.momo("verify", "--problems", name, "--steps", "20", "--seeds", "2", "--betas", "0,0.9");
        assertEquals(0, ran.code(), ran.out() + ran.err());
    }

    static List<String> names() {
        return TestBed.entries().stream().map(Entry::name).toList();
    }

    @Test
    void aMovedBoundIsFoundOut() {
        Ran ran = Ran.momo(small("--bound-offset", "-0.1"));
        assertEquals(1, ran.code());
        assertTrue(ran.out().contains("failed checks") && ran.out().contains("FAILED"), ran.out());
    }

    @Test
    void theTableNamesProblemsAndControls() {
        String out = Ran.momo(small()).out();
        assertTrue(out.contains("half-spaces") && out.contains("negative controls") && out.contains("all hold"), out);
        assertTrue(out.indexOf("least-squares") < out.indexOf("half-spaces"), "in the order of the test bed");
    }

    @Test
    void negativeControlsAloneMakeNoTableOfProblems() {
        String name = TestBed.entries().stream().filter(e -> !e.interpolating()).findFirst().orElseThrow().name();
        Ran ran = Ran.momo("verify", "--problems", name, "--betas", "0");
        assertTrue(ran.out().startsWith("negative controls: a ") && ran.out().contains(" on 1 problem: all hold"),
                ran.out());
    }

    @Test
    void withoutNegativeControlsItSaysSo(@TempDir Path folder) throws IOException {
        Ran ran = Ran.momo("verify", "--problems", "half-spaces", "--betas", "0", "--steps", "1e2", "--details",
                "--out", folder.toString());
        assertTrue(ran.out().contains("negative controls: none on these problems"), ran.out());
        assertTrue(ran.out().contains("least mean gap") && ran.out().contains("  mean gap"), ran.out());
        assertFalse(Files.exists(folder.resolve("overview.png")), "an overview of one problem says nothing new");
    }

    @Test
    void resultsAreWrittenAsFiles(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("deep/er");
        Ran ran = Ran.momo(small("--out", out.toString(), "--format", "json"));
        assertEquals(ran.out().strip(), Files.readString(out.resolve("verification.json")).strip());
        for (String name : new String[]{"overview", "least-squares", "half-spaces"}) {
            assertTrue(Files.size(out.resolve(name + ".svg")) > 0 && Files.size(out.resolve(name + ".png")) > 0);
        }
        assertFalse(ran.out().contains("wrote"), "messages go to standard error");
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        assertEquals(Ran.momo(small("--format", "json")).out(),
                Ran.momo(replace(small("--format", "json"), "2", "1")).out());
    }

    private static String[] small(String... more) {
        String[] all = java.util.Arrays.copyOf(SMALL, SMALL.length + more.length);
        System.arraycopy(more, 0, all, SMALL.length, more.length);
        return all;
    }

    private static String[] replace(String[] arguments, String old, String with) {
        return java.util.Arrays.stream(arguments).map(a -> a.equals(old) ? with : a).toArray(String[]::new);
    }
}
