package org.momo4j.convex.problem;

import java.util.Arrays;

/** Sequences i^(−p), i = 1 ... n. */
final class PowerLaw {
    private PowerLaw() {}

    static double[] of(int n, double exponent) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> Math.pow(i + 1, -exponent));
        return values;
    }
}
