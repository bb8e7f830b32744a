package org.momo4j.bench.timing;

import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.kernel.Point;

/**
 * What was measured of one kernel at one point.
 *
 * @param kernel         which
 * @param point          where
 * @param milliseconds   of one step: the median over the rounds
 * @param lowQuartile    a quarter of the rounds took less, in milliseconds
 * @param highQuartile   a quarter of the rounds took more, in milliseconds
 * @param rounds         over how many rounds
 * @param allocatedBytes what the calling thread allocated on the heap in one step; the median over the rounds
 */
public record Result(Kernel kernel, Point point, double milliseconds, double lowQuartile, double highQuartile,
        long rounds, double allocatedBytes) {
    private static final double NANOSECONDS = 1e6;

    /** Bytes that a step has to move, by its time, in 10⁹ bytes a second: bytes a nanosecond. */
    public double gigabytesPerSecond() {
        return (double) kernel.bytes(point.type()) * point.n() / (milliseconds * NANOSECONDS);
    }

    /** How far the quartiles lie apart, as a part of the median: large where something else ran meanwhile. */
    public double spread() {
        return (highQuartile - lowQuartile) / milliseconds;
    }
}
