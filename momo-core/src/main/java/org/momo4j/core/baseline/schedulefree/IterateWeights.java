package org.momo4j.core.baseline.schedulefree;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;

/**
 * The weights w_k = k^r (max_{j≤k} α_j)^p of the iterates z_{k+1} in their average x (MATH.md equation 9.14). What a step would change is
 * a candidate until it is accepted.
 */
final class IterateWeights implements Stateful {
    private final double power;
    private final double ratePower;
    private double largestRate;
    private double sum;
    private double nextLargestRate;
    private double nextSum;

    IterateWeights(double power, double ratePower) {
        this.power = power;
        this.ratePower = ratePower;
    }

    /**
     * q_k = w_k/Σ_{j≤k} w_j, the share of z_{k+1} in x_{k+1}.
     *
     * @throws org.momo4j.api.step.NonFiniteStepException if the weights are beyond what a double can hold
     */
    double share(long k, double rate) {
        nextLargestRate = Math.max(largestRate, rate);
        double weight = Math.pow(k, power) * Math.pow(nextLargestRate, ratePower);
        nextSum = requireFinite(k, "sum of the weights of the iterates", sum + weight);
        return requireFinite(k, "weight of the new iterate in the average", weight / nextSum);
    }

    /** The step was made. */
    void accept() {
        largestRate = nextLargestRate;
        sum = nextSum;
    }

    @Override
    public State state() {
        return State.version(1).with("largestRate", largestRate).with("sum", sum);
    }

    @Override
    public void restore(State state) {
        checked(state);
        largestRate = state.scalar("largestRate");
        sum = state.scalar("sum");
    }

    /** Refuses what {@link #restore} would. */
    static State checked(State state) {
        state.requireVersion(1).scalar("largestRate");
        state.scalar("sum");
        return state;
    }
}
