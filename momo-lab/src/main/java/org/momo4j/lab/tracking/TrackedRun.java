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
    private final Tracker tracker;
    private Map<String, Double> last = Map.of();

    TrackedRun(Tracker tracker, RunPlan plan, Provenance provenance) {
        this.tracker = tracker;
        tracker.params(Parameters.of(plan));
        tracker.tags(Tags.of(provenance));
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
        metrics.put("epoch", row.epoch());
        metrics.put("seconds", row.seconds());
        tracker.metrics(row.step(), metrics);
    }

    @Override
    public void ended(Outcome outcome) {
        tracker.metrics(outcome.step(), finals());
        tracker.tags(Tags.of(outcome));
        tracker.end(switch (outcome.status()) {
            case DONE, STOPPED_EARLY, DIVERGED -> Status.FINISHED;
            case FAILED -> Status.FAILED;
            case TIMED_OUT, SKIPPED -> Status.KILLED;
        });
    }

    /** One number a run: what tables and charts of many runs are made of. */
    private Map<String, Double> finals() {
        Map<String, Double> finals = new LinkedHashMap<>();
        last.forEach((name, value) -> finals.put("final_" + name, value));
        return finals;
    }

    /** Lets go of a run that has not ended. */
    void suspend() {
        tracker.suspend();
    }
}
