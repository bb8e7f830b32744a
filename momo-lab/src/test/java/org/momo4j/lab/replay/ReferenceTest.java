package org.momo4j.lab.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.momo4j.lab.Ran;

/** Every recorded step of the reference implementation, to rounding error. */
class ReferenceTest {
    @Test
    void ourStepsAreThoseOfTheReference() throws IOException, URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(ReferenceTest.class.getResource("reference.json")).toURI());
        Ran ran = Ran.momo("replay", file.toString(), "--format", "json");
        assertEquals(0, ran.code(), ran.err());
        JsonNode document = new JsonMapper().readTree(ran.out());
        assertEquals(42, document.get("vectors").intValue());
        assertTrue(document.get("maxRelativeError").doubleValue() <= 1e-13, ran.out());
    }

    @Test
    void theTableShowsEveryVector() throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(ReferenceTest.class.getResource("reference.json")).toURI());
        String out = Ran.momo("replay", file.toString()).out();
        assertTrue(out.lines().filter(l -> l.endsWith("  ok")).count() == 42 && out.contains("42 vectors"), out);
    }
}
