package org.momo4j.core.kernel;

import static org.momo4j.core.kernel.Lanes.DOUBLES;
import static org.momo4j.core.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.DoubleVector;

/** One block of a step with D = I on float64: {@code count} elements, a multiple of the lanes, from a byte offset. */
final class EuclideanDoubles {
    private EuclideanDoubles() {}

    static void sums(double a, MemorySegment d, double b, MemorySegment g, MemorySegment x, long offset, int count,
            Lanes lanes) {
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = offset + (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, g, at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, x, at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, d, at, ORDER).mul(a).add(gi.mul(b));
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

    static void write(double a, MemorySegment d, double b, MemorySegment g, MemorySegment x, double keep, double step,
            long offset, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = offset + (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, g, at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, x, at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, d, at, ORDER).mul(a).add(gi.mul(b));
            di.intoMemorySegment(d, at, ORDER);
            xi.mul(keep).sub(di.mul(step)).intoMemorySegment(x, at, ORDER);
        }
    }
}
