package org.momo4j.lab.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out         results
 * @param err         messages
 * @param progressBar where a progress bar may be drawn
 * @param interactive whether a person watches {@code err}: a progress bar makes sense
 * @param columns     width for tables
 */
public record Terminal(PrintWriter out, PrintWriter err, PrintStream progressBar, boolean interactive, int columns) {
    private static final int DEFAULT_COLUMNS = 160;

    /**
     * The streams of this process, in UTF-8. Whether standard error is a terminal is something Java cannot tell: the
     * launcher says so by the property {@code momo.terminal}.
     */
    public static Terminal ofProcess() {
        PrintStream bar = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), bar,
                Boolean.getBoolean("momo.terminal"), Integer.getInteger("momo.columns", DEFAULT_COLUMNS));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
