package org.momo4j.core.metric;

import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/**
 * AdaBound (MATH.md 7.6): Adam's metric, but the rate that a coordinate of m_k gets, a_k = α_k/(1 − β1^k) over D, lies between
 * two bounds that meet:
 *
 * <pre>
 * η_k = clip(a_k/(ε + sqrt(v_k/(1 − β2^k))), r (1 − 1/(γ k + 1)), r (1 + 1/(γ k)))      D_k = diag(a_k/η_k)
 * </pre>
 *
 * It begins as Adam and ends as SGD with the rate r. The metric depends on α_k, which must be finite: with an infinite one
 * every rate is the upper bound, and D_k is infinite. Source: Luo, Xiong, Liu, Sun, ICLR 2019, algorithm 2; the bias corrections,
 * and no division by sqrt(k), are those of the authors' code.
 *
 * @param beta1     β1 of the direction, in [0, 1)
 * @param beta2     β2 in [0, 1)
 * @param epsilon   ε in (0, inf)
 * @param finalRate r in (0, inf)
 * @param gamma     γ in (0, inf), how fast the bounds meet
 */
public record AdaBoundMetric(double beta1, double beta2, double epsilon, double finalRate,
        double gamma) implements DiagonalMetric {
    /** Checks the ranges. */
    public AdaBoundMetric {
        Ranges.requireBeta("beta1", beta1);
        Ranges.requireBeta("beta2", beta2);
        Ranges.requirePositive("epsilon", epsilon);
        Ranges.requirePositive("finalRate", finalRate);
        Ranges.requirePositive("gamma", gamma);
    }

    /**
     * Forms the candidate of a block.
     *
     * @throws IllegalArgumentException if α_k is infinite
     */
    @Override
    public void form(MetricBlock block) {
        if (block.rate() == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("learning rate at step " + block.k()
                    + " is Infinity; AdaBound's metric holds the rate between bounds, and needs one in (0, inf)");
        }
        double correction = 1 - Math.pow(beta2, block.k());
        double rate = block.rate() / (1 - Math.pow(beta1, block.k()));
        double lower = lower(block.k());
        double upper = upper(block.k());
        double[] g = block.gradient();
        double[] v = block.statistic(0);
        double[] diagonal = block.diagonal();
        for (int i = 0; i < block.count(); i++) {
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            double adam = rate / (epsilon + Math.sqrt(v[i] / correction));
            diagonal[i] = rate / Math.max(lower, Math.min(upper, adam));
        }
    }

    /** The least rate of step k. */
    public double lower(long k) {
        return finalRate * (1 - 1 / (gamma * k + 1));
    }

    /** The greatest rate of step k. */
    public double upper(long k) {
        return finalRate * (1 + 1 / (gamma * k));
    }
}
