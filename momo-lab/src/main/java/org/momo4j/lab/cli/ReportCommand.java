package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.momo4j.lab.page.ReportFiles;
import org.momo4j.lab.page.data.Report;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.result.RunResults;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes the report of an experiment. */
@Command(name = "report", description = "Draws an experiment: DIR/report/index.html, a page that stands alone with charts that "
        + "answer the pointer, and pictures as SVG and PNG: stability over learning rates, curves, steps, bounds, "
        + "convergence.")
final class ReportCommand implements Callable<Integer> {
    private static final String FOLDER = "report";

    private final Terminal terminal;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(paramLabel = "DIR", description = "The folder of an experiment, as momo run wrote it: runs/<experiment>.")
    private Path folder = Path.of("");

    @Option(names = "--metric", paramLabel = "M", description = "The score, as val_accuracy. Default: the first of relative_gap, gap "
            + "and train_loss that there is.")
    private Optional<String> metric = Optional.empty();

    /**
     * What is printed.
     *
     * @param experiment its name
     * @param runs       how many are in the report
     * @param files      what was written, the page first
     * @param passedOver a sentence about every run that cannot be read
     */
    private record Written(String experiment, int runs, List<String> files, List<String> passedOver) {}

    @Inject
    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Require.that(Files.isDirectory(folder), "DIR", "\"" + folder + "\"",
                "the folder of an experiment, as momo run wrote it");
        RunResults results = RunResults.in(folder);
        Queue<String> damaged = new ConcurrentLinkedQueue<>();
        Report report = Report.of(results, metric, damaged::add);
        damaged.stream().sorted().forEach(sentence -> terminal.err().println("momo: " + sentence));
        List<Path> files = ReportFiles.write(report, folder.resolve(FOLDER));
        if (momo.format() == Format.JSON) {
            terminal.out().println(JsonDocument.of(new Written(report.experiment(), results.size() - damaged.size(),
                    files.stream().map(Path::toString).toList(), damaged.stream().sorted().toList())));
        } else {
            files.forEach(terminal.out()::println);
        }
        return ExitCode.OK;
    }
}
