package org.momo4j.core.baseline;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.Interval;

/**
 * A learning rate that must lie in an interval at every step.
 *
 * @param schedule gives it
 * @param allowed  the interval
 */
public record CheckedRate(LearningRate schedule, Interval allowed) implements LearningRate {
    /** What a method takes that moves by the rate itself. */
    public static final Interval FINITE = Interval.of("(0, inf)");
    /** What a method takes whose step the rate only caps. */
    public static final Interval CAP = Interval.of("(0, inf]");

    /**
     * A rate that is wrong from the start is refused before the first step.
     *
     * @throws IllegalArgumentException if the rate at step 1 is not allowed
     */
    public CheckedRate {
        check(schedule, allowed, 1);
    }

    /** @throws IllegalArgumentException if the rate at step k is not allowed */
    @Override
    public double at(long k) {
        return check(schedule, allowed, k);
    }

    private static double check(LearningRate schedule, Interval allowed, long k) {
        double alpha = schedule.at(k);
        if (!allowed.contains(alpha)) {
            throw new IllegalArgumentException(
                    "learning rate at step " + k + " is " + alpha + "; it must be in " + allowed);
        }
        return alpha;
    }
}
