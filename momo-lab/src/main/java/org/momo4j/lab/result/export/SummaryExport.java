package org.momo4j.lab.result.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.RunResults;
import org.momo4j.lab.result.summary.ObjectiveSummary;
import org.momo4j.lab.result.summary.Setting;
import org.momo4j.lab.result.summary.Spread;
import org.momo4j.lab.result.summary.Summaries;

/** Statistics over seeds as CSV (RFC 4180): one row a setting. Numbers are written as {@link CsvExport} does. */
public final class SummaryExport {
    private static final List<String> HEAD = List.of("experiment", "objective", "optimizer", "method", "lr", "runs",
            "diverged", "failed", "unfinished", "metric", "n", "finite", "mean", "deviation", "median", "q10", "q25",
            "q75", "q90");

    private SummaryExport() {}

    /**
     * Writes the statistics of an experiment.
     *
     * @param metric the score; empty for the usual one
     * @throws IllegalArgumentException if no run has the metric
     * @throws IOException              if a file cannot be read or written
     */
    public static Written write(RunResults results, Optional<String> metric, Writer out) throws IOException {
        AtomicLong runs = new AtomicLong();
        List<String> empty = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        List<Setting> settings = settings(results, metric, damaged, run -> {
            runs.incrementAndGet();
            if (run.evaluations().isEmpty()) {
                empty.add(run.plan().name());
            }
            if (run.outcome().isEmpty()) {
                unfinished.add(run.plan().name());
            }
        });
        CsvRows csv = new CsvRows(out);
        csv.write(HEAD);
        for (Setting setting : settings) {
            csv.write(cells(results.experiment(), setting));
        }
        csv.flush();
        return new Written(settings.size(), runs.get(), empty, unfinished, damaged);
    }

    private static List<Setting> settings(RunResults results, Optional<String> metric, List<String> damaged,
            Consumer<RunResult> each) throws IOException {
        try {
            List<ObjectiveSummary> summaries = Summaries
                    .of(results.stream(Detail.EVALUATIONS, damaged::add).peek(each), metric);
            return summaries.stream().flatMap(s -> s.settings().stream()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> cells(String experiment, Setting s) {
        List<String> cells = new ArrayList<>(List.of(experiment, s.objective(), s.optimizer(), s.method(),
                Numbers.plain(s.rate())));
        IntStream.of(s.runs(), s.diverged(), s.failed(), s.unfinished()).mapToObj(Integer::toString)
                .forEach(cells::add);
        Spread spread = s.spread();
        cells.addAll(List.of(s.metric().name(), Integer.toString(spread.n()), Integer.toString(spread.finite())));
        DoubleStream.of(spread.mean(), spread.deviation(), spread.median(), spread.q10(), spread.q25(), spread.q75(),
                spread.q90()).mapToObj(Numbers::plain).forEach(cells::add);
        return cells;
    }
}
