package org.momo4j.testkit.step;

import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/** −1/(1 + steps made): a bound whose memory shows in every step, so that an optimizer that forgets it is caught. */
final class DriftingBound implements LowerBound {
    private long steps;

    @Override
    public double before(Model model, Sample sample) {
        return value();
    }

    @Override
    public void after(Model model, double lowerBound, double stepSize) {
        steps++;
    }

    @Override
    public double value() {
        return -1.0 / (1 + steps);
    }

    @Override
    public State state() {
        return State.empty().with("steps", steps);
    }

    @Override
    public void restore(State state) {
        steps = (long) state.requireVersion(1).scalar("steps");
    }
}
