package org.momo4j.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;

class OptimumCommandTest {
    @TempDir
    Path folder;

    @Test
    void squaredLossOfTwoContradictingExamples() throws IOException {
        // (1/4)((x − 1)² + (x + 1)²) is 1/2 at x = 0
        JsonNode document = optimum("1 1:1\n-1 1:1\n", "--loss", "squared");
        assertEquals(0.5, document.get("optimum").doubleValue(), 1e-15);
        assertTrue(document.get("attained").booleanValue());
        assertTrue(document.get("certificate").get("gap").doubleValue() < 1e-12);
    }

    @Test
    void logisticLossOfSeparableExamplesIsAnInfimum() throws IOException {
        JsonNode document = optimum("1 1:1\n-1 1:-1\n", "--loss", "logistic");
        assertEquals(0, document.get("optimum").doubleValue());
        assertFalse(document.get("attained").booleanValue());
    }

    @Test
    void regularisationMakesItAMinimum() throws IOException {
        JsonNode document = optimum("1 1:1\n-1 1:-1\n", "--loss", "logistic", "--l2", "0.1");
        assertTrue(document.get("optimum").doubleValue() > 0.1);
        assertTrue(document.get("attained").booleanValue());
    }

    @Test
    void textSaysHowItIsKnown() throws IOException {
        Path file = Files.writeString(folder.resolve("a.svm"), "1 1:1\n-1 1:1\n");
        Ran ran = Ran.momo("optimum", "--data", file.toString(), "--loss", "squared");
        assertTrue(ran.out().contains("optimum      0.5") && ran.out().contains("certificate"), ran.out());
    }

    private JsonNode optimum(String data, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("a.svm"), data);
        String[] arguments = new String[options.length + 5];
        System.arraycopy(new String[]{"optimum", "--format", "json", "--data", file.toString()}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        Ran ran = Ran.momo(arguments);
        assertEquals(0, ran.code(), ran.err());
        return new JsonMapper().readTree(ran.out());
    }
}
