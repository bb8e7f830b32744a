package org.momo4j.convex.optimum;

/** The range of l2. */
final class Weights {
    private Weights() {}

    static void requireValid(double l2) {
        if (!(l2 >= 0 && l2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("l2 is " + l2 + "; it must be in [0, inf)");
        }
    }
}
