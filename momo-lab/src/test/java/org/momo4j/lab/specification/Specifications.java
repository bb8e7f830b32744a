package org.momo4j.lab.specification;

import com.google.inject.Guice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.wiring.ProvidersModule;

/** Specifications of tests, read with everything that is installed. */
final class Specifications {
    static final Catalogues CATALOGUES = Guice.createInjector(new ProvidersModule()).getInstance(Catalogues.class);

    private Specifications() {}

    static SpecificationReader reader() {
        return new SpecificationReader(CATALOGUES);
    }

    static Experiment read(Path folder, String text, String... overrides) {
        try {
            Path file = folder.resolve("spec.yaml");
            Files.writeString(file, text);
            return reader().read(file, List.of(overrides));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
