package org.momo4j.examples.tutorials;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.momo4j.lab.Momo;
import org.momo4j.lab.terminal.Terminal;

/**
 * The program, having run inside this process.
 *
 * @param code    exit code
 * @param printed what it wrote, messages included
 */
record Program(int code, String printed) {
    static Program run(List<String> arguments) {
        StringWriter written = new StringWriter();
        PrintWriter writer = new PrintWriter(written, true);
        Terminal terminal = new Terminal(writer, writer, new PrintStream(OutputStream.nullOutputStream()), false, 160);
        int code = Momo.run(terminal, arguments.toArray(String[]::new));
        return new Program(code, written.toString());
    }
}
