package org.momo4j.testkit.step;

import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/** Most losses are at least 0. */
record ZeroBound() implements LowerBound {
    @Override
    public double before(Model model, Sample sample) {
        return 0;
    }

    @Override
    public double value() {
        return 0;
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
