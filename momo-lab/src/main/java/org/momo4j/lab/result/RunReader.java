package org.momo4j.lab.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.failure.JsonError;
import org.momo4j.lab.journal.PlanCodec;

/** Reads the folder of one run. */
final class RunReader {
    static final String PLAN = "run.json";
    static final String JOURNAL = "journal.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    RunReader(Path folder) {
        this.folder = folder;
    }

    RunResult read(Detail detail) throws IOException, DamagedRunException {
        Path file = folder.resolve(PLAN);
        JsonNode document = document(file);
        RunPlan plan = plan(file, document.path("plan"));
        JournalReader journal = new JournalReader(folder.resolve(JOURNAL), document.path("digest").asText(), detail);
        journal.read();
        return new RunResult(plan, journal.evaluations(), journal.steps(), journal.outcome());
    }

    private static JsonNode document(Path file) throws IOException, DamagedRunException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new DamagedRunException(file + " does not exist");
        } catch (JsonProcessingException e) {
            throw new DamagedRunException(file + " " + JsonError.sentence(e));
        }
    }

    private RunPlan plan(Path file, JsonNode node) throws DamagedRunException {
        if (!node.isObject()) {
            throw new DamagedRunException(file + " has no \"plan\"");
        }
        String name = folder.getFileName().toString();
        if (!node.path("name").asText().equals(name)) { // a copy would count as one seed more
            throw new DamagedRunException(file + " is that of the run " + node.path("name"));
        }
        try {
            return PlanCodec.read(node);
        } catch (IllegalArgumentException e) {
            throw new DamagedRunException(file + " is damaged: " + e.getMessage());
        }
    }
}
