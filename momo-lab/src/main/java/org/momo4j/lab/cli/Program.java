package org.momo4j.lab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.momo4j.lab.failure.FileError;
import org.momo4j.lab.failure.UsageError;
import org.momo4j.lab.plugin.Blame;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: parses, runs a command, and says in one sentence what went wrong. */
public final class Program {
    private static final int USAGE_WIDTH = 110;

    private final Terminal terminal;
    private final CommandLine.IFactory factory;

    /**
     * A program that writes to this terminal.
     *
     * @param terminal where everything is written
     * @param factory  creates the commands
     */
    public Program(Terminal terminal, CommandLine.IFactory factory) {
        this.terminal = terminal;
        this.factory = factory;
    }

    /** Runs one command and returns its exit code: 0 done, 1 a check or a run failed, 2 wrong usage or input. */
    public int run(String... args) {
        int code = execute(args);
        if (terminal.out().checkError()) { // a result that nobody got is no success
            sentence("standard output was closed or full before everything was written");
            code = Math.max(code, ExitCode.SOFTWARE);
        }
        terminal.err().flush();
        return code;
    }

    private int execute(String... args) {
        try {
            CommandLine commandLine = new CommandLine(MomoCommand.class, factory).setOut(terminal.out())
                    .setErr(terminal.err()).setUsageHelpWidth(USAGE_WIDTH).setAllowOptionsAsOptionParameters(false)
                    .setParameterExceptionHandler(this::wrongUsage).setExecutionExceptionHandler(this::failed);
            return Values.register(commandLine).execute(args);
        } catch (RuntimeException | Error e) {
            // A command could not even be created, or an old plugin asks for what is no longer there.
            return say(e, List.of(args).contains("--verbose"));
        }
    }

    private int wrongUsage(ParameterException e, String[] args) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return say(refused, Arrays.asList(args).contains("--verbose"));
        }
        sentence(UsageError.sentence(e));
        if (Arrays.asList(args).contains("--verbose")) {
            e.printStackTrace(terminal.err());
        }
        return ExitCode.USAGE;
    }

    private int failed(Exception e, CommandLine commandLine, ParseResult parsed) {
        return say(e, parsed.originalArgs().contains("--verbose"));
    }

    private int say(Throwable e, boolean verbose) {
        boolean input = true;
        switch (e) {
            case ParameterException wrong -> sentence(UsageError.sentence(wrong));
            case IllegalArgumentException refused -> sentence(String.valueOf(refused.getMessage()));
            case UncheckedIOException io -> sentence(FileError.sentence(io.getCause()));
            case IOException io -> sentence(FileError.sentence(io));
            default -> {
                input = false;
                sentence("unexpected " + e + Blame.of(e).map(plugin -> " in " + plugin).orElse("")
                        + (verbose ? "" : " (--verbose shows where)"));
            }
        }
        if (verbose) {
            e.printStackTrace(terminal.err());
        }
        return input ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private void sentence(String text) {
        terminal.err().println("momo: " + text.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
