package org.momo4j.lab;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.momo4j.lab.terminal.Terminal;

/**
 * One run of the program inside this process.
 *
 * @param code exit code
 * @param out  standard output
 * @param err  standard error
 */
public record Ran(int code, String out, String err) {
    /** Runs a command. */
    public static Ran momo(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true),
                new PrintStream(OutputStream.nullOutputStream()), false, 160);
        int code = Momo.run(terminal, args);
        return new Ran(code, out.toString(), err.toString());
    }
}
