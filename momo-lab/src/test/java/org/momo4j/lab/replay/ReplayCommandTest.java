package org.momo4j.lab.replay;

import static org.junit.jupiter.api.Assertions.assertAll;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.lab.Ran;

class ReplayCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "`{\"dtype\"`      | `{dtype`         | is not JSON",
            "`\"dtype\": `     | `\"dtype\": 1, \"dtype\": ` | Duplicate",
            "`\"float64\"`     | `\"float16\"`    | \"dtype\" is \"float16\"; it must be float64 or float32",
            "`\"dtype\"`       | `\"type\"`       | key \"dtype\" is missing",
            "`\"vectors\": [`  | `\"vectors\": [], \"rest\": [` | \"vectors\" is []; it must be a list",
            "`\"name\"`        | `\"nam\"`        | vector 1 key \"name\" is missing",
            "`\"momo\"`        | `\"adam\"`       | vector \"half/1\", \"optimizer\" is \"adam\"; it must be one of [momo, momo-adam]",
            "`\"lr\"`          | `\"lrr\"`        | \"hyper\", \"lrr\" is unknown to momo; did you mean \"lr\"?",
            "`\"lr\"`          | `\"betas\"`      | \"betas\" is unknown to momo; did you mean \"beta\"?",
            "`\"lr\": 1.0`     | `\"lr\": 0`      | \"lr\" is 0; it must be a number in (0, inf]",
            "`\"lr\": 1.0`     | `\"lr\": \"1\"`  | \"lr\" is \"1\"; it must be a finite float64 number",
            "`\"lr\": 1.0`     | `\"beta\": 1`    | beta is 1.0; it must be a number in [0, 1)",
            "`\"lr\": 1.0`     | `\"weight_decay\": -1` | \"weight_decay\" is refused: weightDecay is -1.0; it must be a number in [0, inf)",
            "`\"lr\": 1.0`     | `\"bias_correction\": 1` | \"bias_correction\" is 1; it must be true or false",
            "`\"lb\": 0.0`     | `\"lb\": 1e999`  | \"lb\" is",
            "`[1.0, 0.0],`     | `[1.0, null],`   | \"start\", element 2 is null; it must be a finite float64 number",
            "`\"start\": [1.0, 0.0]` | `\"start\": []` | \"start\" is []; it must be a list",
            "`\"params\": [0.5, 0.0]` | `\"params\": [0.5]` | vector \"half/1\", step 1, \"params\" has 1 elements; it must have 2",
            "`\"gradient\": [1.0, 0.0]` | `\"gradient\": [1.0, 0.0, 1]` | step 1, \"gradient\" has 3 elements; it must have 2",
            "`\"gradient\": [1.0, 0.0]` | `\"gradient\": 1` | \"gradient\" is 1; it must be a list",
            "`\"loss\": 0.5`   | `\"loss\": NaN`  | vector \"half/1\", step 1, \"loss\" is NaN; it must be a finite float64 number",
            "`\"lb\": 0.0`     | `\"lb\": -Infinity` | \"lb\" is -Infinity; it must be a finite float64 number",
            "`\"lr\": 1.0`     | `\"lr\": NaN`    | \"lr\" is NaN; it must be a finite float64 number",
            "`\"lr\": 1.0`     | `\"lr\": Infinity, \"weight_decay\": 0.1` | \"lr\" is Infinity; it must be a finite number where \"weight_decay\" is not 0",
            "`}]}]}`           | `}]`             | is not JSON: it ends too early (line ",
            "`\"dtype\"`       | `/* */ \"dtype\"` | is not JSON",
            "`\"loss\": 0.5`   | `\"loss\": true` | step 1, \"loss\" is true; it must be a finite float64 number",
            "`\"lowerBound\"`  | `\"bound\"`      | step 1 key \"lowerBound\" is missing",
            "`\"steps\": [`    | `\"steps\": [7, ` | step 1 is 7; it must be an object",
            "`}]}]}`           | `}]}]} {}`       | is not JSON: something follows after its end (line "})
    void aWrongRecordingIsOneSentence(String old, String replacement, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), RecordedText.with(old, replacement));
        Ran ran = Ran.momo("replay", file.toString());
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals("", ran.out()),
                () -> assertTrue(ran.err().startsWith("momo: " + file + ": "), ran.err()),
                () -> assertTrue(ran.err().contains(sentence), ran.err()),
                () -> assertFalse(ran.err().matches("(?s).*(Source|Feature|`|jackson).*"), ran.err()),
                () -> assertEquals(1, ran.err().lines().count(), ran.err()));
    }

    @Test
    void aDeeplyNestedDocumentIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
        Ran ran = Ran.momo("replay", file.toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().startsWith("momo: " + file + ": is nested too deeply"), ran.err());
    }

    @Test
    void withoutDecayTheRateMayBeInfinite() throws IOException {
        // MoMo's own step, 1/2, is the smaller one
        assertEquals(0, replay(RecordedText.with("\"lr\": 1.0", "\"lr\": Infinity")).code());
    }

    @Test
    void anEmptyFileIsNoRecording() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.json"));
        assertTrue(Ran.momo("replay", file.toString()).err().contains("is empty"));
    }

    @Test
    void aValueTooLargeForItsTypeIsRefused() throws IOException {
        String text = RecordedText.with("\"float64\"", "\"float32\"").replace("[1.0, 0.0],", "[1.0, 1e39],");
        Path file = Files.writeString(folder.resolve("r.json"), text);
        assertTrue(Ran.momo("replay", file.toString()).err().contains("must be a finite float32 number"));
    }

    @Test
    void anExactStepHasNoError() throws IOException {
        Ran ran = replay(RecordedText.GOOD);
        assertEquals(0, ran.code(), ran.err());
        JsonNode document = new JsonMapper().readTree(ran.out());
        assertEquals(1, document.get("vectors").intValue());
        assertEquals(0, document.get("maxRelativeError").doubleValue());
        assertEquals("half/1", document.get("worst").asText());
    }

    @Test
    void anExactStepInFloat32HasNoError() throws IOException {
        assertEquals(0, replay(RecordedText.with("\"float64\"", "\"float32\"")).code());
    }

    @Test
    void theOnlineEstimateIsCompared() throws IOException {
        // after the step b = max(h − τ|d|²/2, b_0) = 1/2 − 1/4
        String star = RecordedText.with("\"lb\": 0.0", "\"lb\": 0.0, \"use_fstar\": true");
        assertEquals(1, replay(star).code());
        assertEquals(0, replay(star.replace("\"lowerBound\": 0.0", "\"lowerBound\": 0.25")).code());
    }

    @Test
    void anErrorIsRelativeToTheReference() throws IOException {
        Ran ran = replay(RecordedText.with("\"params\": [0.5, 0.0]", "\"params\": [0.5, 10.0]"));
        assertEquals(1, ran.code());
        assertEquals(1, new JsonMapper().readTree(ran.out()).get("maxRelativeError").doubleValue());
    }

    @Test
    void anErrorAtTheToleranceStillPasses() throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"),
                RecordedText.with("\"params\": [0.5, 0.0]", "\"params\": [0.75, 0.0]"));
        assertEquals(0, Ran.momo("replay", file.toString(), "--tolerance", "0.25").code());
        Ran ran = Ran.momo("replay", file.toString(), "--tolerance", "0.24");
        assertEquals(1, ran.code());
        assertTrue(ran.out().contains("FAILED"), ran.out());
    }

    @Test
    void aStepThatOverflowsIsAnInfiniteError() throws IOException {
        Ran ran = replay(RecordedText.with("\"gradient\": [1.0, 0.0]", "\"gradient\": [1e200, 0.0]"));
        assertEquals(1, ran.code());
        assertEquals("Infinity", new JsonMapper().readTree(ran.out()).get("maxRelativeError").asText());
    }

    private Ran replay(String text) throws IOException {
        return Ran.momo("replay", Files.writeString(folder.resolve("r.json"), text).toString(), "--format", "json");
    }
}
