package org.momo4j.core.kernel.vector;

import static org.momo4j.core.kernel.vector.Lanes.DOUBLES;
import static org.momo4j.core.kernel.vector.Lanes.ORDER;
import static org.momo4j.core.kernel.vector.Memory.ALL;

import jdk.incubator.vector.DoubleVector;

/** One block of float64: {@code count} elements, a multiple of the lanes, from the addresses given. */
final class LinearDoubles {
    private LinearDoubles() {}

    static void combine(double alpha, long x, double beta, long y, long out, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector yi = DoubleVector.fromMemorySegment(DOUBLES, ALL, y + at, ORDER);
            DoubleVector.fromMemorySegment(DOUBLES, ALL, x + at, ORDER).mul(alpha).add(yi.mul(beta))
                    .intoMemorySegment(ALL, out + at, ORDER);
        }
    }

    static void sums(long g, long d, long p, long x, int count, Lanes lanes) {
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, ALL, g + at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, ALL, d + at, ORDER);
            DoubleVector pi = DoubleVector.fromMemorySegment(DOUBLES, ALL, p + at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, ALL, x + at, ORDER);
            DoubleVector product = di.mul(xi);
            gx = gx.add(gi.mul(xi));
            dx = dx.add(product);
            absoluteDx = absoluteDx.add(product.abs());
            dd = dd.add(di.mul(pi));
        }
        gx.intoArray(lanes.sums, 0);
        dx.intoArray(lanes.sums, Lanes.COUNT);
        absoluteDx.intoArray(lanes.sums, 2 * Lanes.COUNT);
        dd.intoArray(lanes.sums, 3 * Lanes.COUNT);
    }

    static void move(long x, double keep, double step, long p, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector pi = DoubleVector.fromMemorySegment(DOUBLES, ALL, p + at, ORDER);
            DoubleVector.fromMemorySegment(DOUBLES, ALL, x + at, ORDER).mul(keep).sub(pi.mul(step))
                    .intoMemorySegment(ALL, x + at, ORDER);
        }
    }
}
