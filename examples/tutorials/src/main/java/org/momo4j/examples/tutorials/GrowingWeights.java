package org.momo4j.examples.tutorials;

import org.momo4j.api.method.Averaging;

/** Averages in which sample j weighs as much as j: w_{j,k} = 2j/(k(k + 1)), and ρ_k = 1. */
public record GrowingWeights() implements Averaging {
    @Override
    public double a(long k) {
        return (k - 1.0) / (k + 1.0);
    }

    @Override
    public double b(long k) {
        return 2.0 / (k + 1.0);
    }
}
