package org.momo4j.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.momo4j.lab.Ran;

class ListCommandTest {
    @Test
    void everyKindIsListedWithDefaultsAndRanges() {
        Ran ran = Ran.momo("list");
        assertEquals(0, ran.code());
        for (String expected : new String[]{"optimizers\n", "momo-adam  ", "bounds\n", "online  ", "schedules\n",
                "objectives\n", "checks\n", "problems\n", "a number in [0, 1)", "1e-8"}) {
            assertTrue(ran.out().contains(expected), expected + " is missing in\n" + ran.out());
        }
        assertFalse(ran.out().lines().anyMatch(l -> l.endsWith(" ")), "no line ends in blanks");
    }

    @Test
    void aKindIsListedAlone() throws IOException {
        JsonNode document = new JsonMapper().readTree(Ran.momo("list", "bounds", "--format", "json").out());
        assertEquals(1, document.size());
        JsonNode online = null;
        for (JsonNode bound : document.get("bounds")) {
            online = bound.get("name").asText().equals("online") ? bound : online;
        }
        assertEquals("initial", online.get("hyperParameters").get(0).get("name").asText());
        assertEquals(0, online.get("hyperParameters").get(0).get("default").doubleValue());
    }

    @Test
    void aDefaultThatIsAChoiceIsWrittenAsInASpecification() {
        String warmUp = Ran.momo("list", "schedules").out().lines().filter(l -> l.strip().startsWith("then"))
                .findFirst()
                .orElseThrow();
        assertTrue(warmUp.contains("  constant  "), warmUp);
    }

    @Test
    void theFormatMayStandBeforeTheCommand() {
        assertTrue(Ran.momo("--format=json", "list", "checks").out().strip().startsWith("{"));
    }

    @Test
    void problemsAreListedWithTheirKind() {
        String out = Ran.momo("list", "problems").out();
        for (String expected : new String[]{"least-squares  ", "interpolating: ", "control without interpolation: ",
                "max-coordinate uniform  ", "tight: "}) {
            assertTrue(out.contains(expected), expected + " is missing in\n" + out);
        }
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : new String[]{"list", "replay", "optimum", "verify", "run", "trace", "schema"}) {
            for (Ran ran : new Ran[]{Ran.momo(command, "--help"), Ran.momo("help", command)}) {
                assertEquals(0, ran.code());
                assertTrue(ran.out().startsWith("Usage: momo " + command), ran.out());
            }
        }
    }

    @Test
    void withoutACommandTheHelpIsPrinted() {
        for (Ran ran : new Ran[]{Ran.momo(), Ran.momo("help"), Ran.momo("--help")}) {
            assertEquals(0, ran.code());
            assertTrue(ran.out().startsWith("Usage: momo ") && ran.out().contains("verify"), ran.out() + ran.err());
        }
    }
}
