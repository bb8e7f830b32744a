package org.momo4j.lab.page.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.RunResults;

/**
 * What a report shows.
 *
 * @param experiment its name
 * @param methods    all methods, in the order of their colours
 * @param sections   one an objective
 * @param notes      sentences about what is not shown
 */
public record Report(String experiment, List<String> methods, List<Section> sections, List<String> notes) {
    /** Copies the lists. */
    public Report {
        methods = List.copyOf(methods);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /**
     * Reduces the runs of an experiment, several at a time.
     *
     * @param metric  what settings are judged by; empty for {@code relative_gap}, else {@code gap}, else {@code train_loss}
     * @param damaged takes a sentence about each run that cannot be read; from any thread
     * @throws IllegalArgumentException if no run has the metric
     */
    public static Report of(RunResults results, Optional<String> metric, Consumer<? super String> damaged) {
        List<ReducedRun> runs = results.stream(Detail.STEPS, damaged).parallel().map(ReducedRun::of).toList();
        return new Reduction(results.experiment(), MethodNames.shortened(runs), metric).report();
    }
}
