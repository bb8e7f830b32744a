package org.momo4j.core.kernel.vector;

import static org.momo4j.core.kernel.vector.Lanes.DOUBLES;
import static org.momo4j.core.kernel.vector.Lanes.ORDER;
import static org.momo4j.core.kernel.vector.Memory.ALL;

import jdk.incubator.vector.DoubleVector;
import org.momo4j.api.method.MetricBlock;

/** One block of a step in a diagonal metric on float64: {@code count} elements, a multiple of the lanes, from the addresses given. */
final class DiagonalDoubles {
    private DiagonalDoubles() {}

    /** Gradient and direction of a block. */
    static void load(double a, long d, double b, long g, MetricBlock block, int count) {
        double[] gs = block.gradient();
        double[] ds = block.direction();
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, ALL, g + at, ORDER);
            gi.intoArray(gs, i);
            DoubleVector.fromMemorySegment(DOUBLES, ALL, d + at, ORDER).mul(a).add(gi.mul(b)).intoArray(ds, i);
        }
    }

    /** A vector. */
    static void load(long from, double[] to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            DoubleVector.fromMemorySegment(DOUBLES, ALL, from + (long) i * Double.BYTES, ORDER).intoArray(to, i);
        }
    }

    /** A vector. */
    static void store(double[] from, long to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            DoubleVector.fromArray(DOUBLES, from, i).intoMemorySegment(ALL, to + (long) i * Double.BYTES, ORDER);
        }
    }

    /** The inner products of a block; D^-1 d goes to {@code p}. */
    static void sums(MetricBlock block, long x, long p, int count, Lanes lanes) {
        double[] gs = block.gradient();
        double[] ds = block.direction();
        double[] diagonals = block.diagonal();
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Double.BYTES;
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, ALL, x + at, ORDER);
            DoubleVector gi = DoubleVector.fromArray(DOUBLES, gs, i);
            DoubleVector di = DoubleVector.fromArray(DOUBLES, ds, i);
            DoubleVector pi = di.div(DoubleVector.fromArray(DOUBLES, diagonals, i));
            pi.intoMemorySegment(ALL, p + at, ORDER);
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
}
