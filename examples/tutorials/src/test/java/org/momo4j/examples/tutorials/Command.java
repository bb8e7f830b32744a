package org.momo4j.examples.tutorials;

import java.util.Arrays;
import java.util.List;

/**
 * A call of the program, as a page writes it.
 *
 * @param line    from the settings of the environment, if there are any, to the last option
 * @param comment what stands behind it
 */
record Command(String line, String comment) {
    private static final String PROGRAM = "./momo";
    /** A blank that is not between quotes. */
    private static final String BLANK = "\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    /** What the program is given; an ellipsis stands for what a reader thinks of. */
    List<String> words() {
        String arguments = line.substring(line.indexOf(PROGRAM) + PROGRAM.length()).strip();
        return Arrays.stream(arguments.split(BLANK)).map(word -> word.replace("\"", ""))
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
