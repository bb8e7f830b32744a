package org.momo4j.bench.timing;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param point       time of one point; as many rounds as fill it
 * @param leastRounds made however long they take
 * @param sample      a step shorter than this is repeated until it fills it
 * @param warmUp      time in which one kernel is repeated before the first sample of a point
 * @param compilation the same before the first point, so that everything is compiled
 */
public record Effort(Duration point, int leastRounds, Duration sample, Duration warmUp, Duration compilation) {
    private static final int LEAST_ROUNDS = 5;
    private static final Duration SAMPLE = Duration.ofMillis(4);
    private static final int WARM_UP_PART = 40;
    private static final int COMPILATION_PART = 10;

    /** In proportion to the time of one point. */
    public static Effort ofPoint(Duration point) {
        return new Effort(point, LEAST_ROUNDS, SAMPLE, point.dividedBy(WARM_UP_PART),
                point.dividedBy(COMPILATION_PART));
    }
}
