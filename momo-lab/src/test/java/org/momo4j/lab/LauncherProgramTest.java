package org.momo4j.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.theory.Check;
import org.momo4j.lab.plugin.AlwaysTrue;
import org.momo4j.lab.plugin.PluginJar;
import org.momo4j.lab.run.Engines;
import org.momo4j.lab.run.Plans;

/** The launcher, as a process. Runs after package, when there is something to launch. */
class LauncherProgramTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path folder;

    @BeforeEach
    void thereIsAShell() {
        boolean there = Files.isExecutable(SHELL);
        if (System.getenv("MOMO_REQUIRE_ALL") != null) {
            assertTrue(there, SHELL + " is missing, and MOMO_REQUIRE_ALL forbids to skip");
        }
        assumeTrue(there, SHELL + " is missing");
    }

    @Test
    void itListsOnStandardOutputAlone() throws Exception {
        Ran ran = momo("list", "--format", "json");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().strip().startsWith("{"), ran.out());
        assertEquals("", ran.err(), "no greeting of the JVM");
    }

    @Test
    void wrongUsageIsOneSentence() throws Exception {
        Ran ran = momo("lst");
        assertEquals(2, ran.code());
        assertEquals("momo: unknown command \"lst\"; did you mean \"list\"? (see momo --help)\n", ran.err());
    }

    @Test
    void filesAreRelativeToTheFolderOfTheUser() throws Exception {
        Files.writeString(folder.resolve("a.svm"), "1 1:1\n-1 1:1\n");
        Ran ran = momo("optimum", "--data", "a.svm", "--loss", "squared");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("0.5"), ran.out());
    }

    @Test
    void aFailedCheckIsExitCodeOne() throws Exception {
        Ran ran = momo("verify", "--problems", "least-squares", "--steps", "50", "--seeds", "1", "--betas", "0",
                "--bound-offset", "-1");
        assertEquals(1, ran.code(), ran.err());
        assertEquals("", ran.err(), "no progress bar where nobody watches");
    }

    @Test
    void enginesOfNetworksSayNothing() throws Exception {
        Files.writeString(folder.resolve("n.yaml"), """
                objective: {name: digits-mlp, engine: [djl, dl4j]}
                type: float32
                steps: 2
                optimizers: [{name: momo}]
                """);
        for (String engine : List.of("djl", "dl4j")) {
            Engines.require(new Choice("digits-mlp", Map.of("engine", engine)), Plans.installed());
        }
        Ran ran = momo("run", "n.yaml", "--out", "out");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().lines().allMatch(line -> line.startsWith("momo: ")), ran.err());
        assertTrue(Files.isDirectory(folder.resolve("out/n")), ran.err());
    }

    @Test
    void aMissingJdkIsOneSentence() throws Exception {
        Ran ran = start(List.of("MOMO_JAVA_HOME=" + folder), "list");
        assertEquals(2, ran.code());
        assertEquals(1, ran.err().lines().count());
        assertTrue(ran.err().startsWith("momo: MOMO_JAVA_HOME is "), ran.err());
    }

    @Test
    void itIsFoundThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("m"), launcher());
        Process process = new ProcessBuilder(link.toString(), "--version").directory(folder.toFile()).start();
        assertTrue(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("momo "));
        assertEquals(0, process.waitFor());
    }

    @Test
    void aPluginIsFoundOnTheClassPathOfTheUser() throws Exception {
        Files.createDirectory(folder.resolve("jars"));
        PluginJar.write(folder.resolve("jars/plugin.jar"), Check.class, AlwaysTrue.class);
        Ran ran = start(List.of("MOMO_CLASS_PATH=jars/plugin.jar"), "list", "checks");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains(new AlwaysTrue().name()), ran.out());
        assertFalse(momo("list", "checks").out().contains(new AlwaysTrue().name()));
    }

    @Test
    void aMissingEntryOfTheClassPathIsOneSentence() throws Exception {
        Ran ran = start(List.of("MOMO_CLASS_PATH=:no.jar"), "list");
        assertEquals(2, ran.code());
        assertEquals("momo: MOMO_CLASS_PATH names no.jar, which does not exist\n", ran.err());
    }

    private static Path launcher() {
        return Path.of(System.getProperty("momo.root")).resolve("momo");
    }

    private Ran momo(String... arguments) throws IOException, InterruptedException {
        return start(List.of(), arguments);
    }

    private Ran start(List<String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SHELL.toString(), launcher().toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("MOMO_BUILD", "never");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        environment.forEach(e -> builder.environment().put(e.split("=", 2)[0], e.split("=", 2)[1]));
        int code = builder.start().waitFor();
        Ran ran = new Ran(code, Files.readString(out), Files.readString(err));
        assertFalse(ran.err().contains("WARNING"), ran.err());
        return ran;
    }
}
