package org.momo4j.api.theory;

/** A statement about every single run, at every step. */
public non-sealed interface PathCheck extends Check {
    /** Begins to watch one run of this trial. */
    Watch watch(Trial trial);

    /** Watches one run. */
    interface Watch {
        /** Sees one step; the steps come in order. */
        void step(PathStep step);

        /** The optimizer refused the next step as not finite: the run ends here. */
        default void refused() {}

        /**
         * The largest excess over what the statement allows, at any step so far, with the rounding error taken off:
         * positive if the statement is violated. NaN counts as violated.
         */
        double excess();
    }
}
