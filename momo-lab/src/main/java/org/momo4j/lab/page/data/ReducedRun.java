package org.momo4j.lab.page.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.Varied;
import org.momo4j.lab.result.summary.Metric;

/**
 * What is kept of a run.
 *
 * @param line        its row in the table
 * @param objective   with what varies of it
 * @param optimizer   its name alone
 * @param method      with what varies of it, but for the learning rate
 * @param rate        the learning rate
 * @param counts      whether its last evaluation is a result: it was not skipped, did not fail and has ended
 * @param evaluations thinned
 * @param steps       thinned
 * @param acted       in how many of the steps in its journal each decided
 */
record ReducedRun(RunLine line, String objective, String optimizer, String method, double rate, boolean counts,
        Evaluations evaluations, List<Step> steps, Map<Acted, Integer> acted) {

    static ReducedRun of(RunResult run) {
        Map<Acted, Integer> acted = new EnumMap<>(Acted.class);
        for (StepReport step : run.steps()) {
            acted.merge(step.acted(), 1, Integer::sum);
        }
        boolean counts = run.outcome().isPresent() && !run.ended(Status.FAILED) && !run.ended(Status.SKIPPED);
        return new ReducedRun(line(run), Varied.objective(run.plan()), run.plan().optimizer().name(),
                Varied.method(run.plan()), Varied.rate(run.plan()), counts, new Evaluations(run.evaluations()),
                Step.thinned(run.steps()), acted);
    }

    private static RunLine line(RunResult run) {
        long reached = run.last().map(Row.Evaluated::step).orElse(0L);
        return new RunLine(run.plan().name(), run.plan().seed(), run.status(),
                run.outcome().map(Outcome::step).orElse(reached), run.outcome().map(Outcome::reason).orElse(""),
                run.outcome().map(Outcome::seconds).orElse(Double.NaN),
                run.last().map(Row.Evaluated::metrics).orElse(Map.of()));
    }

    boolean diverged() {
        return line.status().equals("diverged");
    }

    /** The value of a metric at a step; the worst from where the run diverged. NaN if it has no such metric. */
    double at(Metric metric, long step) {
        double value = evaluations.at(metric.name(), step);
        return diverged() && step > evaluations.lastStep() && !Double.isNaN(value) ? metric.worst() : value;
    }

    /** The result; NaN if there is none. */
    double score(Metric metric) {
        return counts ? line.score(metric) : Double.NaN;
    }
}
