package org.momo4j.core.averaging;

import org.momo4j.api.method.Averaging;

/**
 * Moving average started at the first sample, MoMo's default: weights (0, 1) at k = 1, then (β, 1 − β); ρ_k = 1.
 *
 * @param beta β in [0, 1)
 */
public record FirstSampleAverage(double beta) implements Averaging {
    /** Checks β. */
    public FirstSampleAverage {
        Beta.require(beta);
    }

    @Override
    public double a(long k) {
        return k == 1 ? 0 : beta;
    }

    @Override
    public double b(long k) {
        return k == 1 ? 1 : 1 - beta;
    }
}
