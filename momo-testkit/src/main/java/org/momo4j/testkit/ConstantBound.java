package org.momo4j.testkit;

import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/**
 * A bound that never moves. Most losses are at least 0.
 *
 * @param value f*
 */
public record ConstantBound(double value) implements LowerBound {
    @Override
    public double before(Model model, Sample sample) {
        return value;
    }

    @Override
    public State state() {
        return State.empty();
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
    }
}
