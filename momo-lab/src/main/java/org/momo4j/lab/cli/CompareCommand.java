package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.momo4j.lab.catalogue.Spelling;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.RunResults;
import org.momo4j.lab.result.compare.Comparison;
import org.momo4j.lab.result.compare.ComparisonDocument;
import org.momo4j.lab.result.compare.ComparisonText;
import org.momo4j.lab.result.summary.ObjectiveSummary;
import org.momo4j.lab.result.summary.Setting;
import org.momo4j.lab.result.summary.Summaries;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Ranks methods. */
@Command(name = "compare", description = "Ranks the methods of an experiment: best score, width of the range of learning rates in "
        + "which it is nearly reached, and whether the seeds tell a method from the best.")
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of one experiment.")
    private Path folder = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "METHOD", description = "Only these: an optimizer, or a method as "
            + "the table names it (\"momo bound=online\"). Default: all.")
    private List<String> methods = new ArrayList<>();

    @Option(names = "--metric", paramLabel = "M", description = "The score. Default: the first of relative_gap, gap and "
            + "train_loss that there is.")
    private Optional<String> metric = Optional.empty();

    @Option(names = "--tolerance", paramLabel = "X", defaultValue = "0.25", description = "The share of the way to the best score that "
            + "may be missing within the width, from 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Inject
    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Require.that(tolerance >= 0 && tolerance < 1, "--tolerance", tolerance, "at least 0 and less than 1");
        RunResults results = RunResults.in(folder);
        List<String> damaged = new ArrayList<>();
        List<ObjectiveSummary> summaries = summaries(results, damaged);
        check(summaries);
        List<Comparison> comparisons = summaries.stream().map(s -> Comparison.of(s, tolerance, this::isWanted))
                .filter(c -> !c.methods().isEmpty()).toList();
        damaged.forEach(this::say);
        tell(summaries, Setting::unfinished, "not finished");
        tell(summaries, Setting::failed, "failed");
        terminal.out().println(momo.format() == Format.JSON
                ? JsonDocument.of(ComparisonDocument.of(results.experiment(), tolerance, comparisons, damaged))
                : new ComparisonText(comparisons).render(terminal.columns()).stripTrailing());
        return ExitCode.OK;
    }

    private void tell(List<ObjectiveSummary> summaries, ToIntFunction<Setting> count, String what) {
        int runs = summaries.stream().flatMap(s -> s.settings().stream()).mapToInt(count).sum();
        if (runs > 0) {
            say(Counted.of(runs, "run") + " " + what + ", and so without a score");
        }
    }

    private List<ObjectiveSummary> summaries(RunResults results, List<String> damaged) throws IOException {
        try {
            List<ObjectiveSummary> summaries = Summaries.of(results.stream(Detail.EVALUATIONS, damaged::add), metric);
            if (summaries.isEmpty()) {
                throw new IllegalArgumentException("all runs in " + folder + " are damaged: " + damaged.getFirst());
            }
            return summaries;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isWanted(Setting setting) {
        return methods.isEmpty() || methods.contains(setting.method()) || methods.contains(setting.optimizer());
    }

    private void check(List<ObjectiveSummary> summaries) {
        Set<String> known = new LinkedHashSet<>();
        summaries.forEach(s -> s.settings().forEach(setting -> known.add(setting.optimizer())));
        summaries.forEach(s -> s.settings().forEach(setting -> known.add(setting.method())));
        methods.stream().filter(m -> !known.contains(m)).findFirst().ifPresent(m -> {
            throw new IllegalArgumentException("unknown method \"" + m + "\"; " + Spelling.hint(m, known));
        });
    }

    private void say(String sentence) {
        terminal.err().println("momo: " + sentence);
    }
}
