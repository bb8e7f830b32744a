package org.momo4j.lab.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Inject;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.failure.JsonError;

/**
 * Reads a recording, and refuses everything that it does not understand. Keys that are not asked for are passed over,
 * so that a recording may carry notes; among hyper-parameters they are refused, since a mistyped one would silently be
 * a default.
 */
public final class RecordingReader {
    private final ReferenceNames names;

    /** A reader that knows the optimizers and bounds of these catalogues. */
    @Inject
    public RecordingReader(Catalogues catalogues) {
        names = new ReferenceNames(catalogues);
    }

    /**
     * Reads a file.
     *
     * @throws IOException              if the file cannot be read
     * @throws IllegalArgumentException if it is no recording, naming file, place, value and what is allowed
     */
    public Recording read(Path file) throws IOException {
        Place document = new Place(file.toString(), "", parse(file));
        ElementType type = type(document.get("dtype"));
        List<Recording.Run> runs = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Place vector : document.get("vectors").elements(document, "vector")) {
            Place name = vector.get("name");
            if (!taken.add(name.text())) {
                throw name.refused("a name that no other vector has");
            }
            runs.add(run(vector.called("vector \"" + name.text() + "\""), name.text(), type));
        }
        return new Recording(type, runs);
    }

    private Recording.Run run(Place vector, String name, ElementType type) {
        Recording.Method method = names.method(vector.get("optimizer"), vector.get("hyper"));
        double[] start = vector.get("start").numbers(type);
        List<Recording.Step> steps = vector.get("steps").elements(vector, "step").stream()
                .map(step -> step(step, type, start.length)).toList();
        return new Recording.Run(name, method, start, steps);
    }

    private static Recording.Step step(Place step, ElementType type, int length) {
        return new Recording.Step(step.get("loss").number(ElementType.FLOAT64),
                step.get("gradient").numbers(type, length, "as \"start\" has"),
                step.get("params").numbers(type, length, "as \"start\" has"),
                step.get("lowerBound").number(ElementType.FLOAT64));
    }

    private static ElementType type(Place dtype) {
        for (ElementType type : ElementType.values()) {
            if (type.toString().equals(dtype.text())) {
                return type;
            }
        }
        throw dtype.refused("float64 or float32");
    }

    private static JsonNode parse(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
        try (var in = Files.newInputStream(file)) {
            JsonNode document = mapper.readTree(in);
            if (document.isMissingNode()) {
                throw new IllegalArgumentException(file + ": is empty; it must be a JSON document");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + JsonError.sentence(e), e);
        } catch (CharConversionException e) {
            throw new IllegalArgumentException(file + ": is not JSON in UTF-8: " + e.getMessage(), e);
        }
    }
}
