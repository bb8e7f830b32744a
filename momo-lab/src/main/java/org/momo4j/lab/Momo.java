package org.momo4j.lab;

import org.momo4j.lab.cli.Program;
import org.momo4j.lab.terminal.StandardError;
import org.momo4j.lab.terminal.Terminal;
import org.momo4j.lab.wiring.LabFactory;

/** The entry point of the {@code momo} program. */
public final class Momo {
    private Momo() {}

    /** Runs one command and ends the process with its exit code: 0 done, 1 a check or a run failed, 2 wrong usage or input. */
    public static void main(String[] args) {
        StandardError.restore();
        System.exit(run(Terminal.ofProcess(), args));
    }

    /** Runs one command, reading and writing nothing but this terminal and the files it is told of. */
    public static int run(Terminal terminal, String... args) {
        return new Program(terminal, new LabFactory(terminal)).run(args);
    }
}
