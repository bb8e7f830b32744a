package org.momo4j.lab.result.summary;

import java.util.List;

/**
 * Runs that differ in their seed alone.
 *
 * @param objective  what is minimised, with what varies of it
 * @param optimizer  its name
 * @param method     the optimizer with what varies of it but the learning rate
 * @param rate       the learning rate, or the height of its schedule; NaN if it has none
 * @param runs       how many there are
 * @param diverged   how many of them diverged
 * @param failed     how many failed: they have no score
 * @param unfinished how many have not ended: they have no score
 * @param metric     what the scores are
 * @param scores     one a run that has one
 * @param spread     of the scores
 */
public record Setting(String objective, String optimizer, String method, double rate, int runs, int diverged,
        int failed, int unfinished, Metric metric, List<Double> scores, Spread spread) {
    /** Copies the scores. */
    public Setting {
        scores = List.copyOf(scores);
    }
}
