package org.momo4j.lab.page.data;

import java.util.ArrayList;
import java.util.List;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.StepReport;

/**
 * What is shown of a step; NaN where a method has no such number.
 *
 * @param k            which
 * @param loss         of its batch
 * @param stepSize     how far it went
 * @param adaptiveTerm where the model reaches the lower bound
 * @param cap          the most that the learning rate allows
 * @param lowerBound   of the loss, as the method takes it
 * @param acted        what decided
 */
public record Step(long k, double loss, double stepSize, double adaptiveTerm, double cap, double lowerBound,
        Acted acted) {
    private static final int MOST = 120;

    /** At most 120 of these steps, the first and the last among them. */
    static List<Step> thinned(List<StepReport> reports) {
        List<Step> steps = new ArrayList<>();
        int count = Math.min(MOST, reports.size());
        for (int i = 0; i < count; i++) {
            int at = count == 1 ? 0 : (int) ((long) i * (reports.size() - 1) / (count - 1));
            StepReport r = reports.get(at);
            steps.add(new Step(r.k(), r.loss(), r.stepSize(), r.adaptiveTerm(), r.cap(), r.lowerBound(), r.acted()));
        }
        return List.copyOf(steps);
    }
}
