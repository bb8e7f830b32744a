package org.momo4j.core.averaging;

import org.momo4j.api.method.Averaging;

/** Uniform average of all samples: weights (1, 1); ρ_k = k. It never forgets, and has no rate of convergence (T3). */
public record UniformAverage() implements Averaging {
    @Override
    public double a(long k) {
        return 1;
    }

    @Override
    public double b(long k) {
        return 1;
    }
}
