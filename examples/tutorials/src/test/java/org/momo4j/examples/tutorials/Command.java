package org.momo4j.examples.tutorials;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A call of the program, as a page writes it.
 *
 * @param line    from the settings of the environment, if there are any, to the last option
 * @param comment what stands behind it
 */
record Command(String line, String comment) {
    private static final String PROGRAM = "./momo";
    /** A word, as a shell sees it: parts of it may stand in quotes. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    /** What the program is given; an ellipsis stands for what a reader thinks of. */
    List<String> words() {
        String arguments = line.substring(line.indexOf(PROGRAM) + PROGRAM.length()).strip();
        return WORD.matcher(arguments).results().map(word -> word.group().replaceAll("[\"']", ""))
                .filter(word -> !word.equals("...")).toList();
    }

    /** The exit code that the page promises. */
    int exitCode() {
        return comment.contains("exits with 1") ? 1 : 0;
    }

    /** Whether somebody else has to be there. */
    boolean needsServer() {
        return line.contains("http://");
    }
}
