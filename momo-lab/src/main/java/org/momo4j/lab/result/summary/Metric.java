package org.momo4j.lab.result.summary;

import java.util.List;
import java.util.Locale;

/**
 * What runs are scored by.
 *
 * @param name that of the metric in journals
 */
public record Metric(String name) {
    /** The first of these that an objective has is its score, unless another is asked for. */
    static final List<String> DEFAULTS = List.of("relative_gap", "gap", "train_loss");

    /** Whether more is better: an accuracy. */
    public boolean isMoreBetter() {
        return name.toLowerCase(Locale.ROOT).endsWith("accuracy");
    }

    /** Whether zero is perfect, so that what counts is the order of magnitude: a gap. */
    public boolean isGap() {
        return name.toLowerCase(Locale.ROOT).endsWith("gap");
    }

    /** The score of a run that diverged: no other is worse. */
    public double worst() {
        return isMoreBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** The score so that less is better. */
    public double cost(double score) {
        return isMoreBetter() ? -score : score;
    }
}
