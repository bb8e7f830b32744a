package org.momo4j.convex.verify;

import java.util.stream.LongStream;

/** The geometric grid of steps at which gaps are measured: so many points a decade, the first and the last included. */
final class Grid {
    private static final int POINTS_A_DECADE = 8;

    private Grid() {}

    static long[] upTo(long steps) {
        int points = (int) Math.ceil(POINTS_A_DECADE * Math.log10(steps));
        LongStream inner = LongStream.range(0, points).map(i -> Math.round(Math.pow(10, (double) i / POINTS_A_DECADE)));
        return LongStream.concat(inner, LongStream.of(steps)).filter(k -> k <= steps).sorted().distinct().toArray();
    }
}
