package org.momo4j.examples.tutorials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                Program answer = Program.run(List.of("run", file.toString(), "--dry-run"));
                if (answer.code() != 0) {
                    wrong.add(page.path() + ": " + answer.printed() + block);
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
                // all before it is looked at, nothing is done, and it is the first thing to be refused
                Program answer = Program.run(Stream.concat(command.words().stream(), Stream.of("--nonsense")).toList());
                if (!answer.printed().startsWith("momo: unknown option \"--nonsense\"")
                        && !answer.printed().startsWith("momo: missing required parameter")) {
                    wrong.add(page.path() + ": " + command.line() + ": " + answer.printed());
                }
                commands++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(commands >= 40, "only " + commands + " commands were seen");
    }

    @Test
    @DisplayName("the modules and the version that a pom of the pages names are those of the BOM")
    void pomsNameWhatIsBuilt() throws IOException {
        String bom = Files.readString(Page.ROOT.resolve("momo-bom/pom.xml"));
        String version = elements(bom, "version").getFirst();
        List<String> modules = new ArrayList<>(elements(bom, "artifactId"));
        List<String> named = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String block : page.blocks("xml")) {
                named.addAll(elements(block, "artifactId"));
                assertEquals(List.of(version), elements(block, "version"), page.path().toString());
            }
        }
        assertTrue(modules.containsAll(named) && named.size() >= 3, named + " of " + modules);
    }

    private static List<String> elements(String xml, String name) {
        return Pattern.compile("<" + name + ">(.*?)</").matcher(xml).results().map(found -> found.group(1)).toList();
    }

    @Test
    @DisplayName("every link to a file of the project leads somewhere")
    void linksLead() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Page page : Page.all()) {
            for (String link : page.links()) {
                if (!Files.exists(Page.ROOT.resolve(page.path()).resolveSibling(link).normalize())) {
                    broken.add(page.path() + ": " + link);
                }
                links++;
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links >= 40, "only " + links + " links were seen");
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
}
