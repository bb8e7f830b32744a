package org.momo4j.convex.verify;

import java.util.Optional;
import org.momo4j.api.method.Averaging;

/**
 * The two moving averages of which T3 and T4 speak, recognised by their weights.
 *
 * @param beta        β
 * @param firstSample whether the average starts at the first sample; else it is the bias-corrected one
 */
record MovingAverage(double beta, boolean firstSample) {
    /** Steps at which the weights are looked at. */
    private static final long[] PROBES = {2, 3, 17, 1_000_000};

    /** What this averaging is, if it is one of the two. */
    static Optional<MovingAverage> of(Averaging averaging) {
        if (averaging.looksAhead()) {
            return Optional.empty();
        }
        double beta = averaging.a(2);
        for (long k : PROBES) {
            if (averaging.a(k) != beta || averaging.b(k) != 1 - beta) {
                return Optional.empty();
            }
        }
        if (averaging.b(1) == 1) {
            return Optional.of(new MovingAverage(beta, true));
        }
        return averaging.b(1) == 1 - beta ? Optional.of(new MovingAverage(beta, false)) : Optional.empty();
    }
}
