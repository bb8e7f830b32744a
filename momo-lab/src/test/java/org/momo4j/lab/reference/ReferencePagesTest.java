package org.momo4j.lab.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.step.RunListener;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.Assembly;
import org.momo4j.lab.run.NotApplicableException;
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
    private final Library library;
    private Map<String, String> pages = new TreeMap<>();

    @TempDir
    private Path folder = Path.of("");

    ReferencePagesTest() throws IOException {
        library = Library.read(Shelf.of(installed));
    }

    @BeforeAll
    void generate() throws IOException {
        pages = ReferencePages.of(installed, library, COMMAND);
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

    @Test
    void whatTheJavadocSaysIsWhatIsRead() {
        for (ClassDoc doc : library.docs().values()) {
            ReadBack read = new ReadBack(Markdown.blocks(doc.blocks(), _ -> "x.md"));
            List<String> listings = new ArrayList<>();
            List<String> paragraphs = new ArrayList<>();
            for (Block block : doc.blocks()) {
                switch (block) {
                    case Block.Paragraph paragraph -> paragraphs.add(plain(paragraph));
                    case Block.Points points -> points.points().forEach(p -> paragraphs.add(plain(p)));
                    case Block.Listing listing -> listings.add(listing.text());
                }
            }
            assertEquals(paragraphs, read.paragraphs(), doc.type());
            assertEquals(listings, read.listings(), doc.type());
        }
    }

    private static String plain(Block.Paragraph paragraph) {
        return paragraph.parts().stream().map(Inline::plain).collect(Collectors.joining());
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            for (String address : new ReadBack(page.getValue()).links()) {
                String[] parts = address.split("#", 2);
                String file = parts[0].isEmpty()
                        ? page.getKey()
                        : Path.of(page.getKey()).resolveSibling(parts[0]).normalize().toString();
                String where = page.getKey() + " leads to " + address;
                assertTrue(pages.containsKey(file) || Files.isRegularFile(ROOT.resolve(file)), where);
                if (parts.length > 1) {
                    String text = pages.containsKey(file) ? pages.get(file) : Files.readString(ROOT.resolve(file));
                    assertTrue(new ReadBack(text).anchors().contains(parts[1]), where);
                }
            }
        }
    }

    @Test
    void everySpecificationIsReadAndRuns() throws IOException, NotApplicableException {
        int read = 0;
        for (Map.Entry<String, String> page : pages.entrySet()) {
            for (Matcher yaml = YAML.matcher(page.getValue()); yaml.find();) {
                Path file = Files.writeString(folder.resolve("spec.yaml"), yaml.group(1));
                List<RunPlan> runs = injector.getInstance(SpecificationReader.class).read(file, List.of()).runs();
                assertEquals(1, runs.size(), page.getKey());
                assertEquals(Outcome.Status.DONE, run(runs.getFirst()).status(), page.getKey());
                read++;
            }
        }
        assertEquals(installed.optimizers().names().size() + installed.bounds().names().size()
                + installed.schedules().names().size(), read);
    }

    private Outcome run(RunPlan plan) throws NotApplicableException {
        try (Assembly assembly = new Assembly(installed)) {
            TrainingLoop loop = new TrainingLoop(plan, assembly.of(plan), new Stopwatch(), new RunListener() {
            });
            Optional<Outcome> outcome = loop.begin();
            while (outcome.isEmpty()) {
                outcome = loop.step();
            }
            return outcome.get();
        }
    }
}
