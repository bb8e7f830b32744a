package org.momo4j.tracking.mlflow;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between failures: uniformly random between nothing and a limit that doubles ("full jitter"), so that many runs do not
 * come back at once to a server that has just come back itself.
 */
final class Backoff {
    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** The pause after one more failure. */
    Duration afterFailure() {
        double limit = first.toNanos() * Math.pow(2, Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return Duration.ofNanos((long) (random.nextDouble() * Math.min(limit, longest.toNanos())));
    }

    /** All is well again. */
    void reset() {
        failures = 0;
    }

    /** The longest pause of all. */
    Duration longest() {
        return longest;
    }
}
