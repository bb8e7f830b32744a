package org.momo4j.core.baseline.free;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;

/**
 * d_k, which estimates how far the starting point lies from a solution in the largest coordinate, and never falls; and r_k, the
 * weighted sum that it is formed of (MATH.md equations 9.7 and 9.11). What a step would change is a candidate until it is
 * accepted.
 */
final class DistanceEstimate implements Stateful {
    private double d;
    private double sum;
    private double nextD;
    private double nextSum;

    /** The estimate d_1 before the first step. */
    DistanceEstimate(double initial) {
        d = initial;
        nextD = initial;
    }

    /** d_k. */
    double d() {
        return d;
    }

    /** d_{k+1}, after {@link #propose}. */
    double next() {
        return nextD;
    }

    /** r_{k-1}. */
    double sum() {
        return sum;
    }

    /**
     * Forms d_{k+1} = max(d_k, scale r_k/norm); d_k again while all gradients were zero.
     *
     * @param k     the number of the step
     * @param r     r_k
     * @param scale what multiplies the quotient
     * @param norm  |s_k|_1
     * @throws org.momo4j.api.step.NonFiniteStepException if one of them is not finite
     */
    void propose(long k, double r, double scale, double norm) {
        nextSum = requireFinite(k, "weighted sum of inner products", r);
        requireFinite(k, "1-norm of the weighted sum of gradients", norm);
        nextD = norm == 0 ? d : Math.max(d, requireFinite(k, "estimate of the distance", scale * r / norm));
    }

    /** The step was made. */
    void accept() {
        d = nextD;
        sum = nextSum;
    }

    @Override
    public State state() {
        return State.version(1).with("d", d).with("sum", sum);
    }

    @Override
    public void restore(State state) {
        double restoredD = state.requireVersion(1).scalar("d");
        double restoredSum = state.scalar("sum");
        d = restoredD;
        nextD = restoredD;
        sum = restoredSum;
    }
}
