package org.momo4j.bounds;

import org.momo4j.api.method.Model;

/** A model with the numbers that a test wants. */
record MadeUpModel(long k, double loss, double lossAverage, double gamma, double rho, double directionDotParams,
        double decayedDirectionDotParams, double directionNormSquared) implements Model {
    /** A model of averaged loss f̄ = loss at x = 0, with |d|² = 1. */
    static MadeUpModel of(long k, double loss) {
        return new MadeUpModel(k, loss, loss, 0, 1, 0, 0, 1);
    }
}
