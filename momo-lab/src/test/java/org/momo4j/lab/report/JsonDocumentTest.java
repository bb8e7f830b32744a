package org.momo4j.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
    @Test
    void numbersThatJsonLacksStayReadable() {
        assertEquals("[ null, \"Infinity\", \"-Infinity\", 0.1 ]",
                JsonDocument.of(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.1)));
    }
}
