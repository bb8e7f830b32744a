package org.momo4j.core.baseline;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.state.State;

/** Which step is next, and its learning rate: for methods whose step is not {@link FusedSteps}. */
public final class StepCounter {
    private final LearningRate learningRate;
    private long made;

    /**
     * No step was made.
     *
     * @throws IllegalArgumentException if the learning rate of the first step is not positive and finite
     */
    public StepCounter(LearningRate learningRate) {
        this.learningRate = learningRate;
        rate();
    }

    /** The number of the next step, from 1. */
    public long k() {
        return made + 1;
    }

    /** Whether no step was made. */
    public boolean first() {
        return made == 0;
    }

    /**
     * α_k.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public double rate() {
        double alpha = learningRate.at(k());
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "learning rate at step " + k() + " is " + alpha + "; it must be in (0, inf)");
        }
        return alpha;
    }

    /** The step was made. */
    public void made() {
        made++;
    }

    /** A state of version 1 with the scalar {@code k}, to be filled with what else a method remembers. */
    public State state() {
        return State.version(1).with("k", made);
    }

    /**
     * The steps that were made when {@link #state} was taken.
     *
     * @throws IllegalArgumentException if the state says another version, or no whole number of steps
     */
    public static long madeIn(State state) {
        double made = state.requireVersion(1).scalar("k");
        if (!(made >= 0 && made == Math.rint(made) && made < 0x1p53)) {
            throw new IllegalArgumentException("state has made " + made + " steps; a whole number is needed");
        }
        return (long) made;
    }

    /** Goes to where {@code steps} steps were made. */
    public void restore(long steps) {
        made = steps;
    }
}
