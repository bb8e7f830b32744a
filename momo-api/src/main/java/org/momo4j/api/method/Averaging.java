package org.momo4j.api.method;

/**
 * The weights with which a momentum method averages gradients, losses and inner products alike (MATH.md section 2):
 *
 * <pre>
 * d_k = a_k d_{k-1} + b_k g_k      f̄_k = a_k f̄_{k-1} + b_k f_k
 * γ_k = a_k γ_{k-1} + b_k ⟨g_k, x_k⟩   ρ_k = a_k ρ_{k-1} + b_k      (all zero at k = 0)
 * </pre>
 *
 * A method that looks ahead steps along p·(averages) + q·(new sample), in all four averages at once.
 * An averaging remembers nothing: its weights are functions of k.
 */
public interface Averaging {
    /** a_k ≥ 0, what is kept of the old averages; k counts from 1. */
    double a(long k);

    /** b_k &gt; 0, the weight of the new sample; k counts from 1. */
    double b(long k);

    /** Whether steps look ahead. If not, p is 1 and q is 0 at every step, and nobody asks for them. */
    default boolean looksAhead() {
        return false;
    }

    /** p, the weight of the averages in the model that the step uses; 1 without look-ahead; k counts from 1. */
    default double p(long k) {
        return 1;
    }

    /** q, the additional weight of the new sample in that model; 0 without look-ahead. */
    default double q(long k) {
        return 0;
    }
}
