package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.momo4j.lab.report.AtomicFile;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.result.RunResults;
import org.momo4j.lab.result.export.CsvExport;
import org.momo4j.lab.result.export.SummaryExport;
import org.momo4j.lab.result.export.Written;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes results as CSV. */
@Command(name = "export", description = "The results of an experiment as one CSV file: a row for each run and evaluation, or statistics over seeds.", footer = {
        "",
        "Columns: experiment, run, objective, optimizer, what varies (lr, ...), seed, status, step, epoch, the metrics, seconds.",
        "Ordered by run and step; RFC 4180; NaN and Infinity spelled so; empty where a run has no such value.",
        "With --summary: statistics of the final score over seeds; a run that diverged counts as the worst in median and quantiles,",
        "mean and deviation are those of the finite scores."})
final class ExportCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");
    private static final int NAMES = 5;

    private final Terminal terminal;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(paramLabel = "DIR", description = "The folder of one experiment.")
    private Path folder = Path.of("");

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file to write; - is standard output.")
    private Path to = Path.of("");

    @Option(names = "--summary", description = "A row for each setting, its seeds together, instead.")
    private boolean summary;

    @Option(names = "--metric", paramLabel = "M", description = "The score of --summary. Default: the first of relative_gap, "
            + "gap and train_loss that there is.")
    private Optional<String> metric = Optional.empty();

    @Inject
    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The document of {@code --format json}. */
    private record Document(String file, long rows, long runs, List<String> empty, List<String> unfinished,
            List<String> damaged) {}

    @Override
    public Integer call() throws IOException {
        Require.that(!to.toString().isEmpty(), "--to", "\"\"", "the name of a file, or -");
        boolean json = momo.format() == Format.JSON;
        boolean standardOutput = to.equals(STANDARD_OUTPUT);
        Require.that(!(json && standardOutput), "--to", "-",
                "the name of a file where --format is json: standard output holds one document");
        Require.that(summary || metric.isEmpty(), "--metric", metric.orElse(""), "given together with --summary");
        RunResults results = RunResults.in(folder);
        Written written = standardOutput ? write(results, terminal.out()) : toFile(results);
        tell(written);
        if (json) {
            terminal.out().println(JsonDocument.of(new Document(to.toString(), written.rows(), written.runs(),
                    written.empty(), written.unfinished(), written.damaged())));
        } else if (!standardOutput) {
            say("wrote " + Counted.of(written.rows(), "row") + " of " + Counted.of(written.runs(), "run") + " to "
                    + to);
        }
        return ExitCode.OK;
    }

    private Written write(RunResults results, Writer out) throws IOException {
        return summary ? SummaryExport.write(results, metric, out) : CsvExport.write(results, out);
    }

    private Written toFile(RunResults results) throws IOException {
        AtomicReference<Written> written = new AtomicReference<>();
        AtomicFile.write(Require.file(to), out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            written.set(write(results, text));
            text.flush();
        });
        return written.get();
    }

    private void tell(Written written) {
        written.damaged().forEach(this::say);
        tell(written.unfinished(), "not finished, and so " + (summary ? "without a score" : "with the rows there are"));
        tell(written.empty(), "never evaluated, and so without a " + (summary ? "score" : "row"));
    }

    private void tell(List<String> names, String what) {
        if (!names.isEmpty()) {
            say(Counted.of(names.size(), "run") + " " + what + ": "
                    + names.stream().limit(NAMES).collect(Collectors.joining(", "))
                    + (names.size() > NAMES ? " ..." : ""));
        }
    }

    private void say(String sentence) {
        terminal.err().println("momo: " + sentence);
    }
}
