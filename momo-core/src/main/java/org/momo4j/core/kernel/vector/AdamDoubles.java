package org.momo4j.core.kernel.vector;

import static org.momo4j.core.kernel.vector.Lanes.DOUBLES;
import static org.momo4j.core.kernel.vector.Lanes.LONGS;
import static org.momo4j.core.kernel.vector.Lanes.ORDER;
import static org.momo4j.core.kernel.vector.Memory.ALL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.momo4j.core.kernel.AdamMetric;

/** One block of a step in Adam's metric on float64: {@code count} elements, a multiple of the lanes, from the addresses given. */
final class AdamDoubles {
    private AdamDoubles() {}

    static void sums(double a, long d, double b, long g, AdamMetric metric, long v,
            long x, int count, Lanes lanes) {
        double keepV = metric.beta2();
        double fresh = 1 - keepV;
        double scale = metric.rootScale();
        double epsilon = metric.epsilon();
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        LongVector largest = LongVector.zero(LONGS);
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, ALL, g + at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, ALL, x + at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, ALL, d + at, ORDER).mul(a).add(gi.mul(b));
            DoubleVector vi = DoubleVector.fromMemorySegment(DOUBLES, ALL, v + at, ORDER).mul(keepV)
                    .add(gi.mul(gi).mul(fresh));
            largest = largest.max(vi.reinterpretAsLongs()); // squares are not negative: their bits are in order
            DoubleVector preconditioned = di.div(vi.sqrt().mul(scale).add(epsilon));
            DoubleVector product = di.mul(xi);
            gx = gx.add(gi.mul(xi));
            dx = dx.add(product);
            absoluteDx = absoluteDx.add(product.abs());
            dd = dd.add(di.mul(preconditioned));
        }
        gx.intoArray(lanes.sums, 0);
        dx.intoArray(lanes.sums, Lanes.COUNT);
        absoluteDx.intoArray(lanes.sums, 2 * Lanes.COUNT);
        dd.intoArray(lanes.sums, 3 * Lanes.COUNT);
        lanes.largest = Double.longBitsToDouble(largest.reduceLanes(VectorOperators.MAX));
    }

    static void write(double a, long d, double b, long g, AdamMetric metric, long v,
            long x, double keep, double step, int count) {
        double keepV = metric.beta2();
        double fresh = 1 - keepV;
        double scale = metric.rootScale();
        double epsilon = metric.epsilon();
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, ALL, g + at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, ALL, x + at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, ALL, d + at, ORDER).mul(a).add(gi.mul(b));
            DoubleVector vi = DoubleVector.fromMemorySegment(DOUBLES, ALL, v + at, ORDER).mul(keepV)
                    .add(gi.mul(gi).mul(fresh));
            DoubleVector preconditioned = di.div(vi.sqrt().mul(scale).add(epsilon));
            di.intoMemorySegment(ALL, d + at, ORDER);
            vi.intoMemorySegment(ALL, v + at, ORDER);
            xi.mul(keep).sub(preconditioned.mul(step)).intoMemorySegment(ALL, x + at, ORDER);
        }
    }
}
