package org.momo4j.lab.result.compare;

import org.momo4j.lab.result.summary.Metric;

/**
 * How far a score has come from the initial one on the way to the best, (initial − score) / (initial − best): 0 at the start, 1
 * at the best. It is the same for a loss and its gap, for f and for a f + b.
 *
 * @param metric  what the scores are
 * @param initial the score before the first step
 * @param best    the best score
 */
record Progress(Metric metric, double initial, double best) {
    /** Progress of a score; where even the best is no better than the start, 1 for the best and minus infinity for the rest. */
    double of(double score) {
        double way = distance(best);
        if (scale(score) <= scale(best)) {
            return 1;
        }
        return way > 0 && Double.isFinite(way) ? distance(score) / way : Double.NEGATIVE_INFINITY;
    }

    private double distance(double score) {
        return scale(initial) - scale(score);
    }

    private double scale(double score) {
        return metric.cost(score);
    }
}
