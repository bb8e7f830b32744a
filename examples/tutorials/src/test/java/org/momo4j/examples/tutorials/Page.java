package org.momo4j.examples.tutorials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path relative to the root of the project, for messages
 * @param text all of it
 */
record Page(Path path, String text) {
    static final Path ROOT = Path.of(System.getProperty("momo.root"));

    private static final Pattern FENCE = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    /** A command stands in a block that is indented, or in a span of code; behind two blanks and # stands a comment. */
    private static final Pattern INDENTED = Pattern
            .compile("(?m)^    ((?:[A-Z_]+=\\S+ )*\\./momo [^\\n]*?)(?:\\s\\s+# *(.*))?$");
    private static final Pattern SPAN = Pattern.compile("`((?:[A-Z_]+=\\S+ )*\\./momo [^`]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)?)`");

    /** README.md and everything in docs. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")),
                    files.filter(file -> file.toString().endsWith(".md")).sorted()).map(Page::read).toList();
        }
    }

    static Page of(String path) {
        return read(ROOT.resolve(path));
    }

    private static Page read(Path file) {
        try {
            return new Page(ROOT.relativize(file), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its fenced blocks in this language. */
    List<String> blocks(String language) {
        return FENCE.matcher(text).results().filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2)).toList();
    }

    /** The lines of its indented blocks that call the program. */
    List<Command> commands() {
        return INDENTED.matcher(text).results().map(found -> new Command(found.group(1),
                Optional.ofNullable(found.group(2)).orElse(""))).toList();
    }

    /** The calls of the program in the midst of its sentences. */
    List<Command> commandsInSentences() {
        return SPAN.matcher(text).results().map(found -> new Command(found.group(1), "")).toList();
    }

    /** The files and folders that it links to, relative to its own folder. */
    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).filter(link -> !link.contains(":")).toList();
    }

    /** What it writes as code and as Java writes the name of a class. */
    List<String> classNames() {
        return NAME.matcher(text).results().map(name -> name.group(1)).distinct().toList();
    }
}
