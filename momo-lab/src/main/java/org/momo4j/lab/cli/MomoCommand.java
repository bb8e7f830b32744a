package org.momo4j.lab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: options that all commands share. */
@Command(name = "momo", description = "Momentum models with adaptive (Polyak-type) step sizes: run experiments, check "
        + "the theory, the steps and the optima, and time them.", subcommands = {RunCommand.class, TraceCommand.class,
                ReportCommand.class, CompareCommand.class, ExportCommand.class, SyncCommand.class, VerifyCommand.class,
                ReplayCommand.class,
                OptimumCommand.class, ListCommand.class, SchemaCommand.class, NewMethodCommand.class,
                BenchCommand.class,
                CommandLine.HelpCommand.class}, versionProvider = Version.class, mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, synopsisSubcommandLabel = "COMMAND", footer = {
                        "",
                        "Exit codes: 0 done, 1 a check or a run failed, 2 wrong usage or input.",
                        "@|bold momo help COMMAND|@ says more of a command."})
final class MomoCommand implements Runnable {
    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", scope = ScopeType.INHERIT, description = "How results are printed; json is one document on standard output. Default: text.")
    private Format format = Format.TEXT;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    MomoCommand() {
        spec = CommandSpec.create();
    }

    /** How results are printed. */
    Format format() {
        return format;
    }

    /** Whether stack traces are shown. */
    boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
