package org.momo4j.core.kernel.vector;

import static org.momo4j.core.kernel.vector.Lanes.DOUBLES;
import static org.momo4j.core.kernel.vector.Lanes.ORDER;
import static org.momo4j.core.kernel.vector.Memory.ALL;

import jdk.incubator.vector.DoubleVector;

/** One block of a step with D = I on float64: {@code count} elements, a multiple of the lanes, from the addresses given. */
final class EuclideanDoubles {
    private EuclideanDoubles() {}

    static void sums(double a, long d, double b, long g, long x, int count,
            Lanes lanes) {
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, ALL, g + at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, ALL, x + at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, ALL, d + at, ORDER).mul(a).add(gi.mul(b));
            DoubleVector product = di.mul(xi);
            gx = gx.add(gi.mul(xi));
            dx = dx.add(product);
            absoluteDx = absoluteDx.add(product.abs());
            dd = dd.add(di.mul(di));
        }
        gx.intoArray(lanes.sums, 0);
        dx.intoArray(lanes.sums, Lanes.COUNT);
        absoluteDx.intoArray(lanes.sums, 2 * Lanes.COUNT);
        dd.intoArray(lanes.sums, 3 * Lanes.COUNT);
    }

    static void write(double a, long d, double b, long g, long x, double keep, double step, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, ALL, g + at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, ALL, x + at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, ALL, d + at, ORDER).mul(a).add(gi.mul(b));
            di.intoMemorySegment(ALL, d + at, ORDER);
            xi.mul(keep).sub(di.mul(step)).intoMemorySegment(ALL, x + at, ORDER);
        }
    }
}
