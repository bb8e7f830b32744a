package org.momo4j.lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.momo4j.lab.report.Numbers;

/** Checks of what the user gave. */
final class Require {
    private Require() {}

    /** Refuses a value by naming option, value and what is allowed. */
    static void that(boolean condition, String option, Object value, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(option + " is " + spell(value) + "; it must be " + allowed);
        }
    }

    private static String spell(Object value) {
        return value instanceof Double number ? Numbers.plain(number) : value.toString();
    }

    /** Refuses a folder where a file is needed: the message of Java would not name it. */
    static Path file(Path path) {
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is a directory; a file is needed");
        }
        return path;
    }
}
