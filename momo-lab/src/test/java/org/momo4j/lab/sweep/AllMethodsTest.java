package org.momo4j.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;

/** {@code examples/all-methods.yaml}: everything that is installed, in one experiment. */
class AllMethodsTest {
    private static final String FILE = Path.of(System.getProperty("momo.root"), "examples", "all-methods.yaml")
            .toString();

    @TempDir
    private Path folder;

    private static JsonNode json(String... args) throws Exception {
        Ran ran = Ran.momo(args);
        assertEquals(0, ran.code(), ran.err());
        return new JsonMapper().readTree(ran.out());
    }

    private static Set<String> names(JsonNode entries) {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names.add(entry.path("name").asText()));
        return names;
    }

    @Test
    void everyRunEndsInATypedOutcomeAndNoneFails() throws Exception {
        JsonNode status = json("run", FILE, "--out", folder.toString(), "--format", "json").path("status");
        assertEquals(0, status.path("failed").asInt() + status.path("timed-out").asInt(), status.toString());
        assertTrue(status.path("done").asInt() > 1000, status.toString());

        JsonNode installed = json("list", "--format", "json");
        Set<String> optimizers = new TreeSet<>();
        Set<String> bounds = new TreeSet<>();
        Set<String> objectives = new TreeSet<>();
        try (var runs = java.nio.file.Files.list(folder.resolve("all-methods"))) {
            for (Path run : runs.filter(java.nio.file.Files::isDirectory).toList()) {
                JsonNode plan = new JsonMapper().readTree(run.resolve("run.json").toFile()).path("plan");
                optimizers.add(plan.path("optimizer").path("name").asText());
                bounds.add(plan.path("bound").path("name").asText());
                objectives.add(plan.path("objective").path("name").asText());
            }
        }
        assertEquals(names(installed.path("optimizers")), optimizers, "a method is missing in the example");
        assertEquals(names(installed.path("bounds")), bounds, "a bound is missing in the example");
        assertEquals(3, objectives.size());
    }
}
