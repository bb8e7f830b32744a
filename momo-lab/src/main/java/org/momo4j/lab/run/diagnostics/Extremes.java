package org.momo4j.lab.run.diagnostics;

import java.util.List;
import java.util.Optional;
import org.momo4j.api.step.StepReport;

/** The first step, the last, and those that stand out. Of equals, the earliest. */
final class Extremes {
    /** How many reports these are at most. */
    static final int COUNT = 5;

    private List<StepReport> reports = List.of();

    void observe(StepReport report) {
        if (reports.isEmpty()) {
            reports = List.of(report, report, report, report, report);
            return;
        }
        StepReport loss = reports.get(2);
        StepReport largest = reports.get(3);
        StepReport smallest = reports.get(4);
        reports = List.of(reports.getFirst(), report, report.loss() > loss.loss() ? report : loss,
                report.stepSize() > largest.stepSize() ? report : largest,
                report.stepSize() < smallest.stepSize() ? report : smallest);
    }

    /** The step observed last. */
    Optional<StepReport> last() {
        return reports.isEmpty() ? Optional.empty() : Optional.of(reports.get(1));
    }

    /** First, last, largest loss, largest step size, smallest step size; some may be the same. */
    List<StepReport> byImportance() {
        return reports;
    }

    void restore(List<StepReport> saved) {
        if (!saved.isEmpty() && saved.size() != COUNT) {
            throw new IllegalArgumentException(saved.size() + " extremes; there must be " + COUNT);
        }
        reports = List.copyOf(saved);
    }
}
