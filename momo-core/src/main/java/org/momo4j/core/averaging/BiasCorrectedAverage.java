package org.momo4j.core.averaging;

import org.momo4j.api.method.Averaging;

/**
 * Bias-corrected moving average, that of MoMo-Adam: weights (β, 1 − β); ρ_k = 1 − β^k, which the step divides out.
 *
 * @param beta β in [0, 1)
 */
public record BiasCorrectedAverage(double beta) implements Averaging {
    /** Checks β. */
    public BiasCorrectedAverage {
        Beta.require(beta);
    }

    @Override
    public double a(long k) {
        return beta;
    }

    @Override
    public double b(long k) {
        return 1 - beta;
    }
}
