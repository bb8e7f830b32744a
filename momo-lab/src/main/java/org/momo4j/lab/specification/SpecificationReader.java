package org.momo4j.lab.specification;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.specification.document.Place;
import org.momo4j.lab.specification.document.Replacement;
import org.momo4j.lab.specification.document.Value;
import org.momo4j.lab.specification.document.YamlText;

/** Reads specifications. */
public final class SpecificationReader {
    private final Catalogues catalogues;

    @Inject
    SpecificationReader(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * Reads a specification.
     *
     * @param file      YAML or JSON
     * @param overrides {@code key=value}, each in place of what the file says
     * @throws IllegalArgumentException naming file, line, column, key, value and what is allowed
     * @throws IOException              if the file cannot be read
     */
    public Experiment read(Path file, List<String> overrides) throws IOException {
        Value.Mapping document = document(file);
        for (String override : overrides) {
            document = overridden(document, new Replacement(override));
        }
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        return new Planner(catalogues, new DataFiles(folder), document)
                .plan(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
    }

    private static Value.Mapping document(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a directory; a specification is a file");
        }
        Place root = new Place(file + ":1:1", "");
        Value document = YamlText
                .read(text(file), root, m -> file + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElseThrow(() -> root.refuse("the file is empty; a specification names an objective and optimizers"));
        if (document instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw document.place().mustBe(document.shown(),
                "a mapping with the keys objective, epochs or steps, optimizers ...");
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not text in UTF-8", e);
        }
    }

    /** A length takes the place of any length. */
    private static Value.Mapping overridden(Value.Mapping document, Replacement override) {
        return override.in(switch (override.key()) {
            case "epochs" -> document.without("steps");
            case "steps" -> document.without("epochs");
            default -> document;
        });
    }
}
