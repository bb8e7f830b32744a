package org.momo4j.api.method;

/**
 * The averaged linear model of the loss at step k, m_k(y) = (f̄_k + ⟨d_k, y⟩ − γ_k)/ρ_k, as a lower bound sees it.
 * Valid only during the call that receives it.
 */
public interface Model {
    /** The number of the step, from 1. */
    long k();

    /** f_k, the loss of this step's sample. */
    double loss();

    /** f̄_k, the averaged loss. */
    double lossAverage();

    /** γ_k, the averaged inner product ⟨g_j, x_j⟩. */
    double gamma();

    /** ρ_k, the sum of the averaging weights. */
    double rho();

    /** ⟨d_k, x_k⟩. */
    double directionDotParams();

    /** Σ_i ⟨d_i, x_i⟩/(1 + α_k λ_i) over the parameter groups; ⟨d_k, x_k⟩ without weight decay. */
    double decayedDirectionDotParams();

    /** |d_k|² in the norm dual to the metric: Σ_i c_i |d_i|² in D_i^-1. */
    double directionNormSquared();

    /** h_k = ρ_k m_k(x_k) = f̄_k + ⟨d_k, x_k⟩ − γ_k. */
    default double h() {
        return lossAverage() + directionDotParams() - gamma();
    }
}
