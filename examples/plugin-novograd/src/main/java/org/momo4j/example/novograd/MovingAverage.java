package org.momo4j.example.novograd;

import org.momo4j.api.method.Averaging;

/**
 * Weights (β, 1 − β), whose sum ρ_k = 1 − β^k MoMo divides out.
 *
 * @param beta β in [0, 1)
 */
record MovingAverage(double beta) implements Averaging {
    @Override
    public double a(long k) {
        return beta;
    }

    @Override
    public double b(long k) {
        return 1 - beta;
    }
}
