package org.momo4j.core.baseline;

import org.momo4j.api.state.State;

/** How many steps a method has made. */
public final class StepCount {
    private static final String NAME = "k";
    private long made;

    /** The number of the step to come, from 1. */
    public long k() {
        return made + 1;
    }

    /** A step was made. */
    public void advance() {
        made++;
    }

    /** Writes the count into a state. */
    public State into(State state) {
        return state.with(NAME, made);
    }

    /**
     * The count in a state.
     *
     * @throws IllegalArgumentException if it is missing or no whole number
     */
    public static StepCount from(State state) {
        double restored = state.scalar(NAME);
        if (!(restored >= 0 && restored == Math.rint(restored))) {
            throw new IllegalArgumentException("state has made " + restored + " steps; a whole number is needed");
        }
        StepCount count = new StepCount();
        count.made = (long) restored;
        return count;
    }
}
