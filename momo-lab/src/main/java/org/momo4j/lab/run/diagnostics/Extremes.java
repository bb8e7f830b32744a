package org.momo4j.lab.run.diagnostics;

import java.util.List;
import java.util.Optional;
import org.momo4j.api.step.StepReport;

/** The first step, the last, and those that stand out. Of equals, the earliest. */
final class Extremes {
    /** How many reports these are at most. */
    static final int COUNT = 5;

    private static final int LAST = 1;
    private static final int LOSS = 2;
    private static final int LARGEST = 3;
    private static final int SMALLEST = 4;

    /** First, last, largest loss, largest and smallest step size; empty before the first step. */
    private StepReport[] reports = {};

    void observe(StepReport report) {
        if (reports.length == 0) {
            reports = new StepReport[]{report, report, report, report, report};
            return;
        }
        reports[LAST] = report;
        if (report.loss() > reports[LOSS].loss()) {
            reports[LOSS] = report;
        }
        if (report.stepSize() > reports[LARGEST].stepSize()) {
            reports[LARGEST] = report;
        }
        if (report.stepSize() < reports[SMALLEST].stepSize()) {
            reports[SMALLEST] = report;
        }
    }

    /** The step observed last. */
    Optional<StepReport> last() {
        return reports.length == 0 ? Optional.empty() : Optional.of(reports[LAST]);
    }

    /** First, last, largest loss, largest step size, smallest step size; some may be the same. */
    List<StepReport> byImportance() {
        return List.of(reports);
    }

    void restore(List<StepReport> saved) {
        if (!saved.isEmpty() && saved.size() != COUNT) {
            throw new IllegalArgumentException(saved.size() + " extremes; there must be " + COUNT);
        }
        reports = saved.toArray(StepReport[]::new);
    }
}
