package org.momo4j.api.step;

import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.FlatVector;

/**
 * The function f(., s_k) of this step: its loss and (sub)gradient at the parameters, and, where it can, at other
 * points. Valid only during the step; the optimizer neither keeps nor writes anything of it.
 */
public interface Sample {
    /** f_k = f(x_k, s_k). */
    double loss();

    /** g_k, a (sub)gradient of f(., s_k) at x_k. Read-only for the optimizer. */
    FlatVector gradient();

    /** The examples that s_k consists of; {@link Batch#unknown()} where nobody knows. */
    default Batch batch() {
        return Batch.unknown();
    }

    /**
     * Scales b_k in all four averages (MATH.md section 2); positive and finite. 1 but for clipped gradients, and always 1
     * for a method that does not need {@link Need#LOSS}: what it is given is the clipped gradient itself.
     */
    default double weight() {
        return 1;
    }

    /**
     * The same function at another point.
     *
     * @param point       where to evaluate
     * @param gradientOut receives the gradient at {@code point}
     * @return the loss at {@code point}
     * @throws UnsupportedOperationException if this sample cannot; see {@link Need#REEVALUATION}
     */
    default double at(FlatVector point, FlatVector gradientOut) {
        throw new UnsupportedOperationException("this sample cannot be evaluated again");
    }

    /** A sample of which only loss and gradient are known. */
    static Sample of(double loss, FlatVector gradient) {
        return new LossAndGradient(loss, gradient);
    }
}
