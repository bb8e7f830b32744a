package org.momo4j.core.averaging;

import org.momo4j.api.method.Averaging;

/**
 * Heavy ball, a sum rather than an average: weights (β, 1); ρ_k = (1 − β^k)/(1 − β). The same iterates as the
 * bias-corrected average, since a common factor of all b_k changes nothing.
 *
 * @param beta β in [0, 1)
 */
public record HeavyBall(double beta) implements Averaging {
    /** Checks β. */
    public HeavyBall {
        Beta.require(beta);
    }

    @Override
    public double a(long k) {
        return beta;
    }

    @Override
    public double b(long k) {
        return 1;
    }
}
