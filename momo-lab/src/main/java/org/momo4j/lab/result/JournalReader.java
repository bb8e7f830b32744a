package org.momo4j.lab.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.journal.RowCodec;

/**
 * Reads the rows of one journal. A last line without its end was torn off by a kill: the run has not ended, and nothing is
 * damaged. The outcome seals what stands before it, by its length and the digest of the plan.
 */
final class JournalReader {
    private static final String STEPPED = "{\"row\":\"stepped\"";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final String digest;
    private final Detail detail;
    private final List<Row.Evaluated> evaluations = new ArrayList<>();
    private final List<StepReport> steps = new ArrayList<>();
    private Optional<Outcome> outcome = Optional.empty();

    JournalReader(Path file, String digest, Detail detail) {
        this.file = file;
        this.digest = digest;
        this.detail = detail;
    }

    List<Row.Evaluated> evaluations() {
        return evaluations;
    }

    List<StepReport> steps() {
        return steps;
    }

    Optional<Outcome> outcome() {
        return outcome;
    }

    void read() throws IOException, DamagedRunException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException begun) {
            return;
        }
        int start = 0;
        int number = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                take(text(bytes, start, i, number), start, number++);
                start = i + 1;
            }
        }
        if (start < bytes.length && outcome.isPresent()) {
            throw damaged(number, "follows after the end of the run");
        }
    }

    private String text(byte[] bytes, int start, int end, int line) throws DamagedRunException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
        } catch (CharacterCodingException e) {
            throw damaged(line, "is not UTF-8");
        }
    }

    private void take(String line, int before, int number) throws DamagedRunException {
        if (outcome.isPresent()) {
            throw damaged(number, "follows after the end of the run");
        }
        if (detail != Detail.STEPS && line.startsWith(STEPPED) && line.endsWith("}")) {
            return; // most of a journal, and not looked at
        }
        try {
            switch (RowCodec.read(line)) {
                case Row.Evaluated row -> evaluations.add(row);
                case Row.Stepped row -> steps.add(row.report());
                case Row.Ended end -> {
                    outcome = Optional.of(end.outcome());
                    checkSeal(JSON.readTree(line), before, number);
                }
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw damaged(number, "is no row of a journal: " + e.getMessage());
        }
    }

    private void checkSeal(JsonNode end, long before, int line) throws DamagedRunException {
        if (!end.path("plan").asText(digest).equals(digest)) {
            throw damaged(line, "ends the run of another plan than that of run.json");
        }
        if (end.path("bytes").asLong(before) != before) {
            throw damaged(line, "says that " + end.path("bytes") + " bytes stand before it, where there are " + before);
        }
    }

    private DamagedRunException damaged(int line, String what) {
        return new DamagedRunException(file + ", line " + line + ", " + what);
    }
}
