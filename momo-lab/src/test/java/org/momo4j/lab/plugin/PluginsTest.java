package org.momo4j.lab.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.lab.Ran;

/** Plugins as their users meet them: jars in a folder, and a command. */
class PluginsTest {
    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    private Ran momo(String... args) {
        return Ran.momo(Stream.concat(Stream.of(args), Stream.of("--plugins", plugins.toString()))
                .toArray(String[]::new));
    }

    private List<String> optimizers(Ran ran) throws IOException {
        assertEquals(0, ran.code(), ran.err());
        return StreamSupport.stream(new JsonMapper().readTree(ran.out()).get("optimizers").spliterator(), false)
                .map(entry -> entry.get("name").asText()).toList();
    }

    private Path specification(String optimizers) throws IOException {
        return Files.writeString(folder.resolve("spec.yaml"), """
                experiment: mine
                objective: {name: least-squares, samples: 40, dimension: 3}
                batchSize: 10
                steps: 20
                optimizers: %s
                """.formatted(optimizers));
    }

    private Ran run() {
        return momo("run", folder.resolve("spec.yaml").toString(), "--out", folder.resolve("runs").toString(),
                "--jobs", "2");
    }

    /** The folder of the one run whose name begins so. */
    private Path runFolder(String run) throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("runs/mine"))) {
            List<Path> all = folders.toList();
            return all.stream().filter(f -> f.getFileName().toString().startsWith(run)).findFirst()
                    .orElseThrow(() -> new AssertionError("no run " + run + " among " + all));
        }
    }

    private JsonNode end(String run) throws IOException {
        List<String> lines = Files.readAllLines(runFolder(run).resolve("journal.jsonl"));
        return new JsonMapper().readTree(lines.getLast());
    }

    @Test
    void aPluginIsListedWithItsHyperParametersAndANotice() throws IOException {
        MadeUpPlugins.good(plugins.resolve("mine.jar"), "mine", 1);
        Ran ran = momo("list", "optimizers", "--format", "json");
        JsonNode entry = StreamSupport
                .stream(new JsonMapper().readTree(ran.out()).get("optimizers").spliterator(), false)
                .filter(e -> e.get("name").asText().equals("mine")).findFirst().orElseThrow();
        assertEquals("mine.jar", entry.get("plugin").asText());
        assertEquals("scale", entry.get("hyperParameters").get(1).get("name").asText());
        assertEquals("momo: plugin mine.jar offers optimizer mine; it is foreign code, and runs with your rights\n",
                ran.err());
        assertTrue(momo("list", "optimizers").out().contains("made up [mine.jar]"));
        assertFalse(optimizers(Ran.momo("list", "optimizers", "--format", "json")).contains("mine"));
    }

    @Test
    void itRunsLikeAnyOtherAndIsMadeAgainWhenItsJarChanges() throws IOException {
        MadeUpPlugins.good(plugins.resolve("mine.jar"), "mine", 1);
        specification("[{name: mine, scale: [0.5, 1], lr: 0.2}, {name: momo}]");
        assertEquals(0, run().code());
        byte[] first = Files.readAllBytes(folder.resolve("runs/mine/mine-lr=0.2-scale=1-seed=0/journal.jsonl"));
        JsonNode plan = new JsonMapper()
                .readTree(folder.resolve("runs/mine/mine-lr=0.2-scale=1-seed=0/run.json").toFile())
                .get("plan");
        assertEquals(List.of("mine.jar"), List.of(plan.get("plugins").elements().next().asText()));
        assertEquals(64, plan.get("plugins").fieldNames().next().length());
        assertFalse(
                new JsonMapper().readTree(folder.resolve("runs/mine/momo-lr=1-seed=0/run.json").toFile()).get("plan")
                        .has("plugins"));

        assertEquals(0, run().code());
        assertEquals(-1, Files.mismatch(folder.resolve("runs/mine/mine-lr=0.2-scale=1-seed=0/journal.jsonl"),
                Files.write(folder.resolve("first"), first)), "nothing is left to do");

        MadeUpPlugins.good(plugins.resolve("mine.jar"), "mine", 0.25);
        assertEquals(0, run().code());
        assertTrue(Files.exists(folder.resolve("runs/mine/stale/mine-lr=0.2-scale=1-seed=0-1")),
                "another jar, another run");
        assertFalse(Files.exists(folder.resolve("runs/mine/stale/momo-lr=1-seed=0-1")));
    }

    @Test
    void everyPluginHasClassesOfItsOwn() throws IOException {
        MadeUpPlugins.good(plugins.resolve("a.jar"), "slow", 0.1);
        MadeUpPlugins.good(plugins.resolve("b.jar"), "fast", 1);
        specification("[{name: slow}, {name: fast}]");
        assertEquals(0, run().code());
        JsonNode slow = end("slow");
        JsonNode fast = end("fast");
        assertEquals("done", slow.get("status").asText());
        List<Double> losses = Stream.of("slow", "fast").map(this::lastLoss).toList();
        assertTrue(losses.get(0) > 2 * losses.get(1), "steps of a tenth come less far: " + losses + slow + fast);
    }

    private double lastLoss(String run) {
        try {
            return Files.readAllLines(runFolder(run).resolve("journal.jsonl")).stream()
                    .filter(line -> line.contains("train_loss")).reduce((a, b) -> b)
                    .map(line -> json(line).findValue("train_loss").asDouble()).orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void itsOwnLibrariesGoBeforeThoseOfTheProgram() throws IOException {
        MadeUpPlugins.broken("mine", 1, "constructor",
                "if (!org.apache.commons.text.CaseUtils.whose().equals(\"mine\")) throw new IllegalStateException();")
                .source("org.apache.commons.text.CaseUtils", """
                        package org.apache.commons.text;

                        public final class CaseUtils {
                            public static String whose() {
                                return "mine";
                            }
                        }
                        """)
                .write(plugins.resolve("mine.jar"));
        assertTrue(optimizers(momo("list", "optimizers", "--format", "json")).contains("mine"));
    }

    @Test
    void aScheduleWithinAScheduleTakesPartToo() throws IOException {
        MadeUpPlugins.schedule("halved").write(plugins.resolve("schedule.jar"));
        MadeUpPlugins.good(plugins.resolve("other.jar"), "other", 1);
        specification("[{name: momo, lr: {name: warm-up, steps: 2, then: {name: halved}}}]");
        assertEquals(0, run().code());
        try (Stream<Path> runs = Files.list(folder.resolve("runs/mine"))) {
            Path run = runs.filter(f -> f.getFileName().toString().startsWith("momo")).findFirst().orElseThrow();
            JsonNode plan = new JsonMapper().readTree(run.resolve("run.json").toFile()).get("plan");
            assertEquals(1, plan.get("plugins").size());
            assertEquals("schedule.jar", plan.get("plugins").elements().next().asText());
        }
    }

    @Test
    void ofTwoWithOneNameNoneIsUsedAndTheRestGoesOn() throws IOException {
        MadeUpPlugins.good(plugins.resolve("a.jar"), "same", 1);
        MadeUpPlugins.good(plugins.resolve("b.jar"), "same", 2);
        MadeUpPlugins.good(plugins.resolve("c.jar"), "other", 1);
        Ran ran = momo("list", "optimizers", "--format", "json");
        assertFalse(optimizers(ran).contains("same"));
        assertTrue(optimizers(ran).containsAll(List.of("other", "momo")));
        assertTrue(ran.err().contains(
                "momo: Made of plugin a.jar and Made of plugin b.jar are left out: 2 optimizers are called \"same\"\n"),
                ran.err());
    }

    @Test
    void theSameJarTwiceIsOne() throws IOException {
        MadeUpPlugins.good(plugins.resolve("a.jar"), "same", 1);
        Files.copy(plugins.resolve("a.jar"), plugins.resolve("copy.jar"));
        Ran ran = momo("list", "optimizers", "--format", "json");
        assertTrue(optimizers(ran).contains("same"));
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void whatIsBuiltInCannotBeReplaced() throws IOException {
        MadeUpPlugins.good(plugins.resolve("evil.jar"), "momo", 1);
        Ran ran = momo("list", "optimizers");
        assertTrue(ran.err().contains("Made of plugin evil.jar is left out: 2 optimizers are called \"momo\", and "
                + "org.momo4j.core.momo.MomoMethod is built in"), ran.err());
        assertTrue(ran.err().contains("plugin evil.jar offers nothing that is used"), ran.err());
        assertFalse(ran.out().contains("made up"));
    }

    /** Each breaks in another way; the good one beside it stays. */
    static Stream<Arguments> broken() {
        String boom = "if (true) throw new IllegalStateException(\"boom\");";
        return Stream.of(
                Arguments.of(MadeUpPlugins.broken("bad", 1, "constructor", boom),
                        "plugin bad.jar: OptimizerProvider is left out: .*Made could not be instantiated .*boom.*"),
                Arguments.of(MadeUpPlugins.broken("bad", 1, "hyperParameters", boom),
                        "plugin bad.jar: Made is left out: java.lang.IllegalStateException: boom"),
                Arguments.of(MadeUpPlugins.broken("bad", 1, "hyperParameters",
                        "if (true) throw new StackOverflowError();"),
                        "plugin bad.jar: Made is left out: java.lang.StackOverflowError"),
                Arguments.of(MadeUpPlugins.good("Bad One", 1), "plugin bad.jar: Made is left out: its name is "
                        + "\"Bad One\"; it must be words of lower-case letters and digits, joined by hyphens"),
                Arguments.of(MadeUpPlugins.good("bad", 1).service(OptimizerProvider.class, "Missing"),
                        "plugin bad.jar: OptimizerProvider is left out: .*Provider Missing not found"),
                Arguments.of(MadeUpPlugins.good("bad", 1).version(""), "plugin \\S*bad.jar is left out: its manifest "
                        + "does not name the version of momo-api .*add \"Momo-Api-Version: 0.1\""),
                Arguments.of(MadeUpPlugins.good("bad", 1).version("9.0"), "plugin \\S*bad.jar is left out: it was "
                        + "compiled against momo-api 9.0, and this is 0.1; it has to be compiled again"),
                Arguments.of(MadeUpPlugins.good("bad", 1).version("new"), "plugin \\S*bad.jar is left out: \"new\" is "
                        + "no version of momo-api; it must be two numbers, such as 0.1"),
                Arguments.of(new CompiledPlugin(), "plugin bad.jar offers nothing that is used"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenPluginIsNamedAndTheRestGoesOn(CompiledPlugin bad, String sentence) throws IOException {
        bad.write(plugins.resolve("bad.jar"));
        MadeUpPlugins.good(plugins.resolve("good.jar"), "good", 1);
        Ran ran = momo("list", "optimizers", "--format", "json");
        assertTrue(optimizers(ran).contains("good"));
        assertTrue(ran.err().lines().anyMatch(line -> line.matches("momo: " + sentence)), ran.err());
    }

    @Test
    void whatIsNoJarIsNamed() throws IOException {
        Files.writeString(plugins.resolve("bad.jar"), "no jar at all");
        MadeUpPlugins.good(plugins.resolve("good.jar"), "good", 1);
        Ran ran = momo("list", "optimizers", "--format", "json");
        assertTrue(optimizers(ran).contains("good"));
        assertTrue(ran.err().lines().anyMatch(line -> line.matches(
                "momo: plugin \\S*bad.jar is left out: it cannot be read .*")), ran.err());
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatAPluginThrowsEndsItsRunOnly(String where, String statement, String reason) throws IOException {
        MadeUpPlugins.broken("throwing", 1, where, statement).write(plugins.resolve("throwing.jar"));
        specification("[{name: throwing}, {name: momo}]");
        Ran ran = run();
        assertEquals(1, ran.code(), ran.err());
        assertEquals("failed", end("throwing").get("status").asText());
        assertEquals(reason, end("throwing").get("reason").asText());
        assertEquals("done", end("momo").get("status").asText());
    }

    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of("step", "if (k == 5) throw new IllegalStateException(\"boom\");",
                        "IllegalStateException: boom (in plugin throwing.jar)"),
                Arguments.of("step", "if (k == 5) throw new NoSuchMethodError(\"gone\");",
                        "NoSuchMethodError: gone (in plugin throwing.jar)"),
                Arguments.of("create", "if (true) throw new ArithmeticException(\"boom\");",
                        "ArithmeticException: boom (in plugin throwing.jar)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"applies", "watch", "step", "excess"})
    void aStatementThatThrowsCountsAsViolatedAndTheRestIsVerified(String where) throws IOException {
        MadeUpPlugins.statement(where).write(plugins.resolve("check.jar"));
        Ran ran = momo("verify", "--problems", "least-squares", "--optimizers", "momo", "--betas", "0", "--steps", "50",
                "--seeds",
                "2", "--format", "json");
        assertEquals(1, ran.code(), ran.err());
        assertEquals(1, ran.err().lines().filter(line -> line.equals("momo: check made-up counts as violated: it threw "
                + "java.lang.IllegalStateException: boom in plugin check.jar")).count(), ran.err());
        int others = 0;
        for (JsonNode check : new JsonMapper().readTree(ran.out()).get("checks")) {
            boolean made = check.get("check").asText().equals("made-up");
            others += made ? 0 : 1;
            assertEquals(!made, check.get("holds").asBoolean(), check.toString());
        }
        assertTrue(others > 3, ran.out());
    }

    @Test
    void theFolderOfTheUserIsAlwaysLookedInto() throws IOException {
        MadeUpPlugins.good(plugins.resolve("mine.jar"), "mine", 1);
        String before = System.getProperty(PluginPlaces.PROPERTY, "none");
        System.setProperty(PluginPlaces.PROPERTY, plugins.toString());
        try {
            assertTrue(optimizers(Ran.momo("list", "optimizers", "--format", "json")).contains("mine"));
        } finally {
            System.setProperty(PluginPlaces.PROPERTY, before);
        }
    }

    @Test
    void placesWithoutJarsAreRefused() {
        Ran empty = momo("list");
        assertEquals(2, empty.code());
        assertEquals("momo: --plugins is \"" + plugins + "\"; there is no jar in it; the jar of a project "
                + "lies in its folder target, once it was built\n", empty.err());
        Ran missing = Ran.momo("list", "--plugins", plugins.resolve("no").toString());
        assertEquals(2, missing.code());
        assertEquals("momo: --plugins is \"" + plugins.resolve("no")
                + "\"; it must be a directory that exists, or a jar\n", missing.err());
    }
}
