package org.momo4j.api.theory;

/**
 * One step of one run, as the verifier itself saw it: all quantities but τ_k are computed from losses, gradients and
 * iterates by the definitions of MATH.md section 2, not taken from the optimizer. Valid only during the call.
 */
public interface PathStep {
    /** The number of the step, from 1. */
    long k();

    /** f_k. */
    double loss();

    /** a_k. */
    double a();

    /** The weight of the new sample in the model that the step uses: b_k, or p b_k + q with look-ahead. */
    double b();

    /** ρ_k, of the model that the step uses. */
    double rho();

    /** e_k = h_k − ρ_k f*, with the bound of the trial for f*. */
    double e();

    /** |d_k|², of the direction that the step uses. */
    double directionNormSquared();

    /** τ_k, as the optimizer reports it. */
    double stepSize();

    /** |x_{k+1} − (x_k − τ_k d_k)| in units of the rounding error that this may have. */
    double stepResidual();

    /** |x_k − x*|². */
    double distanceSquaredBefore();

    /** |x_{k+1} − x*|². */
    double distanceSquaredAfter();

    /** Bound on the rounding error of {@link #e}, by running error analysis. */
    double noise();

    /** Bound on the rounding error of a squared distance after this step. */
    double distanceNoise();
}
