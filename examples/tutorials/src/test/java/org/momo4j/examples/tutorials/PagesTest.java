package org.momo4j.examples.tutorials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.lab.Momo;
import org.momo4j.lab.terminal.Terminal;

/** What README.md and the pages of docs show can be compiled, run and found. */
class PagesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisplayName("every block of Java stands in a program of examples, which the tests run")
    void javaIsCompiled() throws IOException {
        List<String> programs = Sources.below("examples").stream().map(Sources::flat).toList();
        List<String> missing = new ArrayList<>();
        int blocks = 0;
        for (Page page : Page.all()) {
            for (String block : page.blocks("java")) {
                String wanted = Sources.flat(block);
                if (programs.stream().noneMatch(program -> program.contains(wanted))) {
                    missing.add(page.path() + ":\n" + block);
                }
                blocks++;
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(blocks >= 15, "only " + blocks + " blocks were seen");
    }

    @Test
    @DisplayName("every specification can be read, and says which runs it stands for")
    void specificationsAreRead() throws IOException {
        List<String> wrong = new ArrayList<>();
        int blocks = 0;
        for (Page page : Page.all()) {
            for (String block : page.blocks("yaml")) {
                Path file = Files.writeString(folder.resolve("page-" + blocks++ + ".yaml"), block);
                String answer = momo("run", file.toString(), "--dry-run");
                if (!answer.startsWith("0 ")) {
                    wrong.add(page.path() + ": " + answer + block);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(blocks >= 4, "only " + blocks + " blocks were seen");
    }

    @Test
    @DisplayName("every command and option that a page writes exists")
    void commandsAreUnderstood() throws IOException {
        List<String> wrong = new ArrayList<>();
        int commands = 0;
        for (Page page : Page.all()) {
            for (Command command : Stream.concat(page.commands().stream(), page.commandsInSentences().stream())
                    .toList()) {
                // with --help nothing is done, but what is unknown is still refused
                List<String> words = new ArrayList<>(command.words());
                words.add("--help");
                String answer = momo(words.toArray(String[]::new));
                if (!answer.startsWith("0 ")) {
                    wrong.add(page.path() + ": " + command.line() + ": " + answer);
                }
                commands++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(commands >= 40, "only " + commands + " commands were seen");
        assertTrue(momo("verify", "--nonsense", "--help").startsWith("2 "), "--help forgives everything");
    }

    @Test
    @DisplayName("every class that the maps from paper and theory to code name exists")
    void classesExist() {
        Set<String> classes = Sources.below(".").stream().filter(file -> file.toString().contains("src/main"))
                .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        for (String page : List.of("docs/paper.md", "docs/theory.md")) {
            List<String> named = Page.of(page).classNames();
            assertEquals(List.of(), named.stream().filter(name -> !classes.contains(name)).toList(), page);
            assertTrue(named.size() >= 5, page + " names only " + named);
        }
    }

    /** The exit code, a blank, and what the program wrote. */
    private static String momo(String... arguments) {
        StringWriter written = new StringWriter();
        PrintWriter writer = new PrintWriter(written, true);
        Terminal terminal = new Terminal(writer, writer, new PrintStream(OutputStream.nullOutputStream()), false, 160);
        return Momo.run(terminal, arguments) + " " + written;
    }
}
