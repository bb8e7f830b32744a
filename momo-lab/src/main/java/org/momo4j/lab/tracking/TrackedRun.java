package org.momo4j.lab.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.run.folder.Provenance;
import org.momo4j.lab.sweep.RunObserver;
import org.momo4j.tracking.Tracker;
import org.momo4j.tracking.journal.Entry.Ended.Status;

/** A run as a tracker is told of it. */
final class TrackedRun implements RunObserver {
    private static final String REASON = "momo.reason";

    private final Tracker tracker;
    private Map<String, Double> last = Map.of();

    TrackedRun(Tracker tracker, RunPlan plan, Provenance provenance) {
        this.tracker = tracker;
        tracker.params(Parameters.of(plan));
        tracker.tags(Tags.of(provenance));
        tracker.tag("mlflow.runColor", Colour.of(plan.optimizer().name()));
        Data.of(plan, provenance.data()).forEach(tracker::dataSet);
    }

    @Override
    public void step(StepReport report) {
        tracker.step(report);
    }

    @Override
    public void evaluated(Row.Evaluated row) {
        last = row.metrics();
        Map<String, Double> metrics = new LinkedHashMap<>(last);
        metrics.put("time/epoch", row.epoch());
        metrics.put("time/seconds", row.seconds());
        tracker.metrics(row.step(), metrics);
    }

    @Override
    public void ended(Outcome outcome) {
        tracker.metrics(outcome.step(), finals());
        tracker.tags(Tags.of(outcome));
        if (!outcome.reason().isEmpty() || tracker.currentTag(REASON).isPresent()) {
            tracker.tag(REASON, outcome.reason()); // an empty one takes the place of that of an earlier attempt
        }
        tracker.end(switch (outcome.status()) {
            case DONE, STOPPED_EARLY, DIVERGED -> Status.FINISHED;
            case FAILED -> Status.FAILED;
            case TIMED_OUT, SKIPPED -> Status.KILLED;
        });
    }

    /**
     * One number a run: what tables and charts of many runs are made of. Charts over runs have no logarithmic axis for all of
     * them, so that what is positive is there as its logarithm too.
     */
    private Map<String, Double> finals() {
        Map<String, Double> finals = new LinkedHashMap<>();
        last.forEach((name, value) -> finals.put("final/" + name, value));
        last.forEach((name, value) -> {
            if (value > 0 && Double.isFinite(value) && !name.endsWith("accuracy")) {
                finals.put("final/log10_" + name, Math.log10(value));
            }
        });
        return finals;
    }

    /** Lets go of a run that has not ended. */
    void suspend() {
        tracker.suspend();
    }
}
