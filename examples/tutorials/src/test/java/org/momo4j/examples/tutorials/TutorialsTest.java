package org.momo4j.examples.tutorials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands of a tutorial, one after the other, as a reader gives them: with the specifications that the page tells to save, and
 * with files in a folder of the test. The jar of plugins is on the class path already; training is cut short; what needs a server is
 * left out.
 */
class TutorialsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"docs/tutorials/theorist.md", "docs/tutorials/practitioner.md"})
    void commandsRun(String path) throws IOException {
        Page page = Page.of(path);
        for (String block : page.blocks("yaml")) {
            String name = block.lines().findFirst().orElseThrow().replace("experiment: ", "");
            assertTrue(page.text().contains("`" + name + ".yaml`"), "the page does not say what to call " + block);
            Files.writeString(folder.resolve(name + ".yaml"), block);
        }
        List<Command> commands = page.commands().stream().filter(command -> !command.needsServer()).toList();
        assertTrue(commands.size() >= 4, "only " + commands);
        for (Command command : commands) {
            Program ran = Program.run(arguments(command));
            assertEquals(command.exitCode(), ran.code(), command.line() + "\n" + ran.printed());
        }
    }

    private List<String> arguments(Command command) {
        List<String> words = new ArrayList<>(command.words());
        int plugins = words.indexOf("--plugins");
        if (plugins >= 0) {
            words.subList(plugins, plugins + 2).clear();
        }
        words.replaceAll(word -> word.startsWith("runs/") || word.endsWith(".yaml")
                ? folder.resolve(word).toString()
                : word);
        if (words.getFirst().equals("run")) {
            words.addAll(List.of("--set", "epochs=1", "--set", "seeds=1", "--out", folder.resolve("runs").toString()));
        }
        return words;
    }

    @Test
    void theCheckIsMadeAndFailsWhereItMust() {
        assertTrue(verification(0)
                .matches("(?s).*\"T4-cap\",\\s*\"expected\"\\s*:\\s*\"holds\",\\s*\"holds\"\\s*:\\s*true.*"));
        String below = verification(-1);
        assertTrue(below.matches("(?s).*\"T4-cap\",\\s*\"expected\"\\s*:\\s*\"holds\",\\s*\"holds\"\\s*:\\s*false.*"),
                below);
    }

    @Test
    void whatFailsLooksAsThePageShows() {
        Page page = Page.of("docs/tutorials/theorist.md");
        Command failing = page.commands().stream().filter(command -> command.exitCode() == 1).findFirst().orElseThrow();
        String printed = Sources.flat(Program.run(arguments(failing)).printed());
        List<String> shown = page.text().lines().filter(line -> line.matches(" {4}\\S+ +T4-cap .*")).toList();
        assertEquals(2, shown.size(), shown.toString());
        for (String line : shown) {
            String[] words = Sources.flat(line).split(" ", 5);
            Matcher found = Pattern.compile(words[0] + " T4-cap " + words[2] + " (\\S+) " + words[4]).matcher(printed);
            assertTrue(found.find(), line + " is not in " + printed);
            // such a run amplifies rounding errors, which differ between kinds of processors
            double ratio = Double.parseDouble(found.group(1)) / Double.parseDouble(words[3]);
            assertTrue(ratio > 0.5 && ratio < 2, line + ", and now " + found.group());
        }
    }

    private static String verification(int offset) {
        return Program.run(List.of("verify", "--problems", "least-squares", "--optimizers", "momo", "--betas", "0",
                "--steps", "1000", "--seeds", "2", "--format", "json", "--bound-offset", "" + offset)).printed();
    }

    @Test
    void aTrackedLoopLeavesItsJournalWhenNoServerAnswers() throws IOException, InterruptedException {
        Ran ran = Ran.in(folder, TrackedLoop.class, List.of("http://127.0.0.1:9"));
        assertEquals(0, ran.code(), ran.printed());
        String journal = Files.readString(folder.resolve("runs/mnist/momo-lr=1/tracking/journal.jsonl"));
        assertTrue(journal.contains("12.5"), journal);
    }
}
