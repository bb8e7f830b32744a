package org.momo4j.core.metric;

/** The ranges of the constants of metrics. */
final class Ranges {
    private Ranges() {}

    static void requireBeta(String name, double beta) {
        if (!(beta >= 0 && beta < 1)) {
            throw new IllegalArgumentException(name + " is " + beta + "; it must be in [0, 1)");
        }
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be in (0, inf)");
        }
    }
}
