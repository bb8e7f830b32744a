package org.momo4j.lab.page.data;

import java.util.List;
import org.momo4j.lab.result.summary.Spread;

/**
 * A metric over the steps of a setting.
 *
 * @param points in the order of steps
 */
public record Curve(List<Point> points) {
    /** Copies the points. */
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * The runs of a setting at a step.
     *
     * @param step  steps made
     * @param value of the runs; infinite for those that have diverged before
     */
    public record Point(long step, Spread value) {}
}
