package org.momo4j.lab.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Ran;

/** The whole path of the author of a method, from a name to a report, with the commands of the README; and the example of a plugin. */
class PluginProjectsProgramTest {
    private static final Pattern TESTS = Pattern.compile("Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: 0\\R");

    @TempDir
    private static Path folder;

    private static PluginProject projects;

    @BeforeAll
    static void thereIsMaven() throws Exception {
        PluginProject.requireMaven();
        projects = new PluginProject(Files.createDirectory(folder.resolve("repository")));
    }

    private static void assertBuilds(Path project) throws Exception {
        String said = projects.verify(project);
        Matcher tests = TESTS.matcher(said);
        assertTrue(tests.find() && Integer.parseInt(tests.group(1)) > 50, said);
    }

    private static Ran momo(String... args) {
        try {
            List<String> command = Stream.concat(
                    Stream.of(Path.of(System.getProperty("momo.root")).resolve("momo").toString()), Stream.of(args))
                    .toList();
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("MOMO_BUILD", "never");
            int code = builder.start().waitFor();
            return new Ran(code, Files.readString(out), Files.readString(err));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fromNothingToAReport() throws Exception {
        assertDone(momo("new-method", "momo-mean"));
        Path project = folder.resolve("momo-mean");
        assertBuilds(project);
        assertTrue(momo("list", "optimizers", "--plugins", "momo-mean/target").out().contains("momo-mean"));
        Ran run = momo("run", "momo-mean/compare.yaml", "--plugins", "momo-mean/target");
        assertDone(run);
        assertTrue(run.out().lines().anyMatch(line -> line.contains("momo-mean")), run.out());
        assertDone(momo("report", "runs/momo-mean"));
        assertTrue(Files.size(folder.resolve("runs/momo-mean/report/index.html")) > 10_000);
        assertDone(momo("compare", "runs/momo-mean"));
        Ran verify = momo("new-method", "momo-mean");
        assertEquals(2, verify.code());
        assertEquals("momo: momo-mean exists; it must be a folder that does not\n", verify.err());
    }

    @Test
    void theExampleBuildsAndIsFound() throws Exception {
        Path example = Path.of(System.getProperty("momo.root"), "examples", "plugin-novograd");
        Path copy = Files.createDirectory(folder.resolve("novograd"));
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.startsWith(example.resolve("target")))
                    .toList()) {
                Path target = copy.resolve(example.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        assertBuilds(copy);
        assertTrue(momo("list", "optimizers", "--plugins", "novograd/target").out().contains("momo-novograd"));
        assertDone(momo("run", "novograd/compare.yaml", "--plugins", "novograd/target", "--dry-run"));
    }

    private static void assertDone(Ran ran) {
        assertEquals(0, ran.code(), ran.err());
    }

    @Test
    void aWrongNameLeavesNothing() {
        for (String name : List.of("Momo", "1st", "momo", "a_b")) {
            Ran ran = momo("new-method", name);
            assertEquals(2, ran.code());
            assertTrue(ran.err().startsWith("momo: NAME is \"" + name + "\"; it must be "), ran.err());
            assertFalse(Files.exists(folder.resolve(name)));
        }
        for (String name : List.of("string", "optimizer", "moving-average", "test", "override")) {
            assertTrue(
                    momo("new-method", name).err().contains("it must not be that of a class which the project uses"));
        }
        Ran ran = momo("new-method", "fine", "--package", "org.class.x");
        assertEquals("momo: --package is \"org.class.x\"; it must be the name of a Java package, such as org.example\n",
                ran.err());
    }
}
