package org.momo4j.api.method;

import org.momo4j.api.state.Stateful;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.FlatVector;

/**
 * The metric D_k of a momentum method, symmetric positive definite (MATH.md section 1).
 *
 * <p>
 * A step may be refused after the metric was observed. Therefore {@link #observe} forms a <em>candidate</em> D_k beside
 * D_{k-1}, {@link #applyInverse} uses the candidate, and {@link #accept} makes it final. Without {@code accept} the next
 * {@code observe} starts from D_{k-1} again, and {@link #state} never shows a candidate.
 */
public interface Preconditioner extends Stateful {
    /**
     * Forms the candidate D_k.
     *
     * @param k         the number of the step, from 1
     * @param rate      α_k
     * @param gradient  g_k; read-only
     * @param direction d_k, the averaged gradient; read-only
     * @throws NonFiniteStepException if the candidate is not finite, say because the square of a gradient overflows; then
     *                                the step is refused
     */
    void observe(long k, double rate, FlatVector gradient, FlatVector direction);

    /**
     * Applies the inverse of the candidate.
     *
     * @param direction a vector; read-only
     * @param out       room for the result, of the same size and type
     * @return D_k^-1 direction: {@code out}, or {@code direction} itself where D_k is the identity
     */
    FlatVector applyInverse(FlatVector direction, FlatVector out);

    /** Makes the candidate final. */
    void accept();
}
