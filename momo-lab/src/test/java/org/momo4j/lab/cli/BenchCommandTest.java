package org.momo4j.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;

/** What the command says; no time is asserted. */
class BenchCommandTest {
    private static final String[] SHORT = {"bench", "--seconds", "0.01", "--sizes", "1e3,1001"};

    @Test
    void theRatioCanBeComputedAgainFromTheRows() throws IOException {
        JsonNode document = bench("--kernels", "momo,axpy", "--types", "float32,float64", "--threads", "1,2");
        List<JsonNode> results = new ArrayList<>();
        document.get("results").forEach(results::add);
        assertEquals(2 * 2 * 2 * 2, results.size(), "kernels, sizes, types, threads");
        for (JsonNode row : results) {
            JsonNode axpy = results.stream()
                    .filter(r -> r.get("kernel").asText().equals("axpy") && samePlace(r, row)).findFirst()
                    .orElseThrow();
            int element = row.get("type").asText().equals("float32") ? 4 : 8;
            int moved = Map.of("momo", 8, "axpy", 3).get(row.get("kernel").asText()) * element;
            double bytes = (double) moved * row.get("n").longValue();
            double time = row.get("milliseconds").doubleValue();
            assertTrue(time > 0 && row.get("rounds").intValue() >= 5, row.toString());
            assertEquals(bytes / (time * 1e6), row.get("gigabytesPerSecond").doubleValue(), 1e-9 * bytes / time);
            double ceiling = 3.0 * element * row.get("n").longValue() / axpy.get("milliseconds").doubleValue();
            assertEquals(1, row.get("ceilingRatio").doubleValue() / (bytes / time / ceiling), 1e-12);
            assertTrue(row.get("lowQuartile").doubleValue() <= time && time <= row.get("highQuartile").doubleValue());
            assertTrue(row.get("allocatedBytes").doubleValue() >= 0);
        }
    }

    private static boolean samePlace(JsonNode a, JsonNode b) {
        return Stream.of("type", "n", "threads").allMatch(field -> a.get(field).equals(b.get(field)));
    }

    @Test
    void theDocumentSaysWhereItWasMade() throws IOException {
        JsonNode machine = bench("--kernels", "copy", "--threads", "1", "--types", "float32").get("machine");
        assertEquals(Runtime.getRuntime().availableProcessors(), machine.get("processors").intValue());
        assertTrue(machine.get("vectorBits").intValue() >= 64);
        assertTrue(Stream.of("processor", "java", "date").noneMatch(f -> machine.get(f).asText().isEmpty()));
    }

    @Test
    void everyKernelIsMeasuredOnBothTypesByDefault() throws IOException {
        JsonNode results = bench("--threads", "1").get("results");
        assertEquals(Set.of("momo", "momo-adam", "sgd-m", "adam", "momo-generic", "axpy", "copy"),
                Set.copyOf(results.findValuesAsText("kernel")));
        assertEquals(Set.of("float32", "float64"), Set.copyOf(results.findValuesAsText("type")));
    }

    @Test
    void theTableShowsTheCeilingAndSaysWhatTheRatioIs() {
        Ran ran = Ran.momo(with("--kernels", "momo", "--types", "float32", "--threads", "1"));
        assertEquals(0, ran.code(), ran.err());
        for (String expected : new String[]{"float32, 1 thread\n", "n=1e3 ms", "n=1001 ms", "\n  momo ", "\n  axpy ",
                "1.00", "GB/s divided by that of axpy"}) {
            assertTrue(ran.out().contains(expected), expected + " is missing in\n" + ran.out());
        }
        assertEquals("", ran.err());
    }

    @Test
    void moreThreadsThanProcessorsAreAllowedButSaid() {
        int many = Runtime.getRuntime().availableProcessors() + 1;
        Ran ran = Ran.momo(with("--kernels", "copy", "--types", "float32", "--threads", "1," + many));
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().startsWith("momo: --threads is " + many + ", and there "), ran.err());
    }

    @Test
    void theDocumentIsWrittenAsAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/bench.json");
        Ran ran = Ran.momo(with("--kernels", "copy", "--types", "float32", "--threads", "1", "--format", "json",
                "--out", file.toString()));
        assertEquals(ran.out().strip(), Files.readString(file).strip());
    }

    @Test
    void theProgramBringsNoJmhAlong() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.openjdk.jmh.Main"));
    }

    private static JsonNode bench(String... more) throws IOException {
        Ran ran = Ran.momo(with(Stream.concat(Stream.of("--format", "json"), Arrays.stream(more))
                .toArray(String[]::new)));
        assertEquals(0, ran.code(), ran.err());
        return new JsonMapper().readTree(ran.out());
    }

    private static String[] with(String... more) {
        return Stream.concat(Arrays.stream(SHORT), Arrays.stream(more)).toArray(String[]::new);
    }
}
