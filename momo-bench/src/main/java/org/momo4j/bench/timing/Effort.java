package org.momo4j.bench.timing;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param point       time of one point; as many rounds as fill it
 * @param leastRounds made however long they take
 * @param sample      a step shorter than this is repeated until it fills it
 * @param warmUp      before the first sample of a point a kernel is repeated until nothing was compiled for so long
 * @param compilation the same before the first point, when everything is compiled
 */
public record Effort(Duration point, int leastRounds, Duration sample, Duration warmUp, Duration compilation) {
    private static final int LEAST_ROUNDS = 5;
    private static final Duration SAMPLE = Duration.ofMillis(4);
    private static final Duration WARM_UP = Duration.ofMillis(50);
    private static final Duration COMPILATION = Duration.ofMillis(200);

    /** Enough, unless the time of one point is so short that nobody can expect much. */
    public static Effort ofPoint(Duration point) {
        return new Effort(point, LEAST_ROUNDS, SAMPLE, least(WARM_UP, point),
                least(COMPILATION, point.multipliedBy(2)));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
