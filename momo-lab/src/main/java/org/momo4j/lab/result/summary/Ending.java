package org.momo4j.lab.result.summary;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.Varied;

/**
 * What of a run enters summaries.
 *
 * @param objective with what varies of it
 * @param optimizer its name
 * @param variant   what else of the method varies
 * @param rate      the learning rate
 * @param status    how it ended; empty if it has not
 * @param first     the metrics before the first step
 * @param last      the metrics at the end
 */
record Ending(String objective, String optimizer, Map<String, String> variant, double rate, Optional<Status> status,
        Map<String, Double> first, Map<String, Double> last) {
    static Ending of(RunResult run) {
        RunPlan plan = run.plan();
        return new Ending(Varied.objective(plan), plan.optimizer().name(), Varied.variant(plan), Varied.rate(plan),
                run.outcome().map(o -> o.status()),
                run.evaluations().isEmpty() ? Map.of() : run.evaluations().getFirst().metrics(),
                run.last().map(Row.Evaluated::metrics).orElse(Map.of()));
    }

    /** Empty if the run did not come to an end of its own, or was not measured so. */
    OptionalDouble score(Metric metric) {
        if (!isOver() || !first.containsKey(metric.name()) && !last.containsKey(metric.name())) {
            return OptionalDouble.empty();
        }
        if (status.equals(Optional.of(Status.DIVERGED))) {
            return OptionalDouble.of(metric.worst());
        }
        Double value = last.get(metric.name());
        return value == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(value.isNaN() ? metric.worst() : value);
    }

    private boolean isOver() {
        return status.isPresent() && status.get() != Status.FAILED && status.get() != Status.SKIPPED;
    }
}
