package org.momo4j.lab.specification;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Experiment;

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
     * @throws IllegalArgumentException naming file, line, key, value and what is allowed
     * @throws IOException              if the file cannot be read
     */
    public Experiment read(Path file, List<String> overrides) throws IOException {
        throw new IllegalArgumentException(file + " cannot be read yet; " + catalogues + overrides);
    }
}
