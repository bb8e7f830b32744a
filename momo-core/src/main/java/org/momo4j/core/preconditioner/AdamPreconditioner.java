package org.momo4j.core.preconditioner;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.plain.Loops;

/**
 * D_k = diag(ε + sqrt(v_k/(1 − β2^k))) with v_k = β2 v_{k-1} + (1 − β2) g_k² (MATH.md section 3; Kingma and Ba, ICLR
 * 2015).
 */
public final class AdamPreconditioner implements Preconditioner {
    private final double beta2;
    private final AdamMetric metric;
    private FlatVector v;
    /** Room for v_k, made when it is first needed: fused passes never do. */
    private FlatVector candidate;

    /**
     * A metric that has seen no gradient.
     *
     * @throws IllegalArgumentException if β2 is not in [0, 1) or ε not in (0, inf)
     */
    public AdamPreconditioner(double beta2, double epsilon, long size, ElementType type) {
        if (!(beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException("beta2 is " + beta2 + "; it must be in [0, 1)");
        }
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon is " + epsilon + "; it must be in (0, inf)");
        }
        this.beta2 = beta2;
        metric = new AdamMetric(beta2, epsilon);
        v = FlatVector.zeros(type, size);
        candidate = v;
    }

    /** The metric at step k, for passes that form v_k themselves. */
    public AdamMetric metric(long k) {
        double correction = 1 - Math.pow(beta2, k);
        metric.correctBy(correction);
        return metric;
    }

    /** v_{k-1}, which fused passes overwrite with v_k. */
    public FlatVector squares() {
        return v;
    }

    @Override
    public void observe(long k, double rate, FlatVector gradient, FlatVector direction) {
        if (candidate == v) {
            candidate = v.zerosLike();
        }
        requireFinite(k, "average of squared gradients", Loops.averageSquares(metric(k), v, gradient, candidate));
    }

    @Override
    public FlatVector applyInverse(FlatVector direction, FlatVector out) {
        Loops.divideByRoot(direction, candidate, metric, out);
        return out;
    }

    @Override
    public void accept() {
        FlatVector old = v;
        v = candidate;
        candidate = old;
    }

    @Override
    public State state() {
        return State.version(1).with("v", v);
    }

    @Override
    public void restore(State state) {
        v.copyFrom(state.requireVersion(1).vector("v", v.type(), v.size()));
    }
}
