package org.momo4j.examples.tutorials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the project. */
final class Sources {
    private Sources() {}

    /** Files of Java below a folder of the project, but for what builds leave behind. */
    static List<Path> below(String folder) {
        try (Stream<Path> files = Files.find(Page.ROOT.resolve(folder), 30,
                (file, attributes) -> file.toString().endsWith(".java"))) {
            return files.filter(file -> !Page.ROOT.relativize(file).toString().contains("target")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text in which blanks and the ends of lines do not matter, nor where the formatter ends a class that is empty. */
    static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("{ }", "{}");
    }

    static String flat(Path file) {
        try {
            return flat(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
