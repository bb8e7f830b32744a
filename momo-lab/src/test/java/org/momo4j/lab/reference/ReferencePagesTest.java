package org.momo4j.lab.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.Assembly;
import org.momo4j.lab.run.Stopwatch;
import org.momo4j.lab.run.TrainingLoop;
import org.momo4j.lab.specification.SpecificationReader;
import org.momo4j.lab.wiring.ProvidersModule;

/**
 * The pages of docs/reference are what the sources say. With {@code -Dmomo.write=true} they are written first.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferencePagesTest {
    private static final String COMMAND = "mvn -pl momo-lab -am test -Dtest=ReferencePagesTest -Dmomo.write=true "
            + "-Dsurefire.failIfNoSpecifiedTests=false";
    private static final Path ROOT = Sources.ROOT;
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    private final Injector injector = Guice.createInjector(new ProvidersModule());
    private final Catalogues installed = injector.getInstance(Catalogues.class);
    private Map<String, String> pages = new TreeMap<>();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    void generate() throws IOException {
        pages = ReferencePages.of(installed, COMMAND);
        if (Boolean.getBoolean("momo.write")) {
            for (String stale : written()) {
                Files.delete(ROOT.resolve(stale));
            }
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path file = ROOT.resolve(page.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, page.getValue());
            }
        }
    }

    private static TreeSet<String> written() throws IOException {
        Path root = ROOT.resolve(ReferencePages.FOLDER);
        if (!Files.isDirectory(root)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.walk(root)) {
            TreeSet<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(f -> names.add(ROOT.relativize(f).toString().replace('\\', '/')));
            return names;
        }
    }

    @Test
    void thePagesAreThoseThatAreGenerated() throws IOException {
        String remedy = "docs/reference is not what the sources say; this writes it again: " + COMMAND;
        assertEquals(new TreeSet<>(pages.keySet()), written(), remedy);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertEquals(page.getValue(), Files.readString(ROOT.resolve(page.getKey())),
                    page.getKey() + ": " + remedy);
        }
    }
}
