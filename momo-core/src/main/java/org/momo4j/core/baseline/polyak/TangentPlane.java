package org.momo4j.core.baseline.polyak;

import org.momo4j.api.method.Model;

/**
 * The model of a method that averages nothing: the tangent plane of this step's sample at x_k, ρ = 1.
 *
 * @param k                   the number of the step, from 1
 * @param loss                f_k, decay included
 * @param gradientDotParams   ⟨g_k, x_k⟩
 * @param gradientNormSquared Σ_i c_i |g_i|²
 */
record TangentPlane(long k, double loss, double gradientDotParams, double gradientNormSquared) implements Model {
    @Override
    public double lossAverage() {
        return loss;
    }

    @Override
    public double gamma() {
        return gradientDotParams;
    }

    @Override
    public double rho() {
        return 1;
    }

    @Override
    public double directionDotParams() {
        return gradientDotParams;
    }

    @Override
    public double decayedDirectionDotParams() {
        return gradientDotParams;
    }

    @Override
    public double directionNormSquared() {
        return gradientNormSquared;
    }

    /** f_k itself: the inner products, which are the same, cancel without an error. */
    @Override
    public double h() {
        return loss;
    }
}
