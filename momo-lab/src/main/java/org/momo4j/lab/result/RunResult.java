package org.momo4j.lab.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.Row;

/**
 * What a run left behind.
 *
 * @param plan        what was run
 * @param evaluations in the order of steps
 * @param steps       the steps that were kept; empty if they were not asked for
 * @param outcome     how it ended; empty if it has not ended yet
 */
public record RunResult(RunPlan plan, List<Row.Evaluated> evaluations, List<StepReport> steps,
        Optional<Outcome> outcome) {
    /** The status of a run that has not ended. */
    public static final String UNFINISHED = "unfinished";

    /** Copies the lists. */
    public RunResult {
        evaluations = List.copyOf(evaluations);
        steps = List.copyOf(steps);
    }

    /** How it ended, in a word: {@code done}, {@code diverged}, {@code stopped-early} ..., or {@code unfinished}. */
    public String status() {
        return outcome.map(o -> o.status().name().toLowerCase(Locale.ROOT).replace('_', '-')).orElse(UNFINISHED);
    }

    /** Whether it ended so. */
    public boolean ended(Outcome.Status status) {
        return outcome.filter(o -> o.status() == status).isPresent();
    }

    /** The last evaluation; empty if there was none. */
    public Optional<Row.Evaluated> last() {
        return evaluations.isEmpty() ? Optional.empty() : Optional.of(evaluations.getLast());
    }
}
