package org.momo4j.lab.result.compare;

import org.momo4j.lab.result.summary.Metric;

/**
 * How far a score has come from the initial one on the way to the best: 0 at the start, 1 at the best. Gaps are measured in
 * orders of magnitude, log(initial/score) / log(initial/best), since zero is perfect and scores differ by many of them; a gap
 * below 2^-52 of the initial one is rounding, and counts as that. Other metrics are measured as they are,
 * (initial − score) / (initial − best), since nobody knows their zero.
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
        return metric.isGap() ? Math.log10(Math.max(score, Math.ulp(1.0) * initial)) : metric.cost(score);
    }
}
