package org.momo4j.lab.run.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.PlanCodec;
import org.momo4j.lab.report.AtomicFile;

/** {@code run.json}: the plan of a run, the plan's digest, and provenance. */
final class RunFile {
    private static final String NAME = "run.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunFile() {}

    static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    static void write(Path folder, RunPlan plan, String digest, Provenance provenance, Instant started)
            throws IOException {
        ObjectNode document = JSON.createObjectNode();
        document.set("plan", JSON.readTree(PlanCodec.write(plan)));
        document.put("digest", digest);
        document.set("provenance", JSON.valueToTree(provenance));
        document.put("started", started.truncatedTo(ChronoUnit.SECONDS).toString());
        byte[] bytes = (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(in(folder), out -> out.write(bytes));
    }

    /** The digest of the plan that a folder belongs to; empty if the folder has no readable {@code run.json}. */
    static Optional<String> digest(Path folder) throws IOException {
        try {
            JsonNode digest = JSON.readTree(Files.readAllBytes(in(folder))).path("digest");
            return digest.isTextual() ? Optional.of(digest.asText()) : Optional.empty();
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
