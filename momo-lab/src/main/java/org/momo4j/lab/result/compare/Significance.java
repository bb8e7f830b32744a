package org.momo4j.lab.result.compare;

import java.util.List;

/**
 * Whether the seeds tell a method from the best one, each at its best learning rate. The learning rates were chosen by the same
 * scores and the probability is not corrected for the number of methods: it is a hint, not a proof.
 *
 * @param probability two-sided, of the Mann-Whitney U test; NaN without scores
 * @param least       the smallest that so few seeds can give
 * @param enough      whether there are seeds enough to say anything: {@code least} is at most {@value #LEVEL}
 */
public record Significance(double probability, double least, boolean enough) {
    /** Differences of a smaller probability are called significant. */
    public static final double LEVEL = 0.05;

    static Significance of(List<Double> scores, List<Double> best) {
        double least = RankTest.least(scores.size(), best.size());
        return new Significance(RankTest.probability(scores, best), least, least <= LEVEL);
    }

    /** In a word or two: {@code different}, {@code not told apart}, {@code too few seeds}. */
    public String verdict() {
        if (!enough) {
            return "too few seeds";
        }
        return probability <= LEVEL ? "different" : "not told apart";
    }
}
