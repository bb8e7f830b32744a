package org.momo4j.lab.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.journal.Row;

/** The rows of a run in the order in which they happened: a step, then the evaluation after it. */
public final class Merged {
    private Merged() {}

    /** Both, merged. */
    public static List<Row> of(List<Row.Evaluated> evaluations, List<StepReport> reports) {
        List<Row> rows = new ArrayList<>(evaluations.size() + reports.size());
        Iterator<StepReport> steps = reports.iterator();
        StepReport next = steps.hasNext() ? steps.next() : null;
        for (Row.Evaluated evaluation : evaluations) {
            while (next != null && next.k() <= evaluation.step()) {
                rows.add(new Row.Stepped(next));
                next = steps.hasNext() ? steps.next() : null;
            }
            rows.add(evaluation);
        }
        if (next != null) {
            rows.add(new Row.Stepped(next));
        }
        steps.forEachRemaining(report -> rows.add(new Row.Stepped(report)));
        return rows;
    }
}
