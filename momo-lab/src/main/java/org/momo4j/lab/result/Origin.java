package org.momo4j.lab.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.momo4j.lab.run.folder.Provenance;
import org.momo4j.lab.run.folder.Revision;

/**
 * Where a run comes from, as its {@code run.json} says.
 *
 * @param provenance where and with what it was made
 * @param started    when it was first begun, to the second
 */
public record Origin(Provenance provenance, Instant started) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /**
     * Reads it.
     *
     * @param folder that of the run
     * @throws IllegalArgumentException if {@code run.json} does not say it
     * @throws IOException              if that cannot be read
     */
    public static Origin of(Path folder) throws IOException {
        Path file = folder.resolve(RunReader.PLAN);
        try {
            JsonNode document = JSON.readTree(Files.readAllBytes(file));
            return new Origin(provenance(document.path("provenance")),
                    Instant.parse(document.path("started").asText()));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException(file + " does not say where the run comes from: " + e.getMessage(), e);
        }
    }

    private static Provenance provenance(JsonNode node) throws JsonProcessingException {
        if (node instanceof ObjectNode older && !older.has("revision")) {
            older.set("revision", JSON.valueToTree(Revision.NONE));
        }
        return JSON.treeToValue(node, Provenance.class);
    }
}
