package org.momo4j.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static org.momo4j.core.kernel.vector.Lanes.DOUBLES;
import static org.momo4j.core.kernel.vector.Lanes.HALF_FLOATS;
import static org.momo4j.core.kernel.vector.Lanes.ORDER;
import static org.momo4j.core.kernel.vector.Memory.ALL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.momo4j.api.method.MetricBlock;
import org.momo4j.core.kernel.FloatUpdates;

/** One block of a step in a diagonal metric on float32: {@code count} elements, a multiple of the lanes, from the addresses given. */
final class DiagonalFloats {
    private DiagonalFloats() {}

    /** Gradient and direction of a block. */
    static void load(double a, long d, double b, long g, MetricBlock block, int count) {
        FloatVector extra = FloatVector.broadcast(HALF_FLOATS, FloatUpdates.extra(a, b));
        FloatVector part = FloatVector.broadcast(HALF_FLOATS, FloatUpdates.part(a, b));
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        long lead = gradientLeads ? g : d;
        long other = gradientLeads ? d : g;
        double[] gs = block.gradient();
        double[] ds = block.direction();
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Float.BYTES;
            FloatVector gradient = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, g + at, ORDER);
            FloatVector from = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, lead + at, ORDER);
            FloatVector change = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, other + at, ORDER).sub(from);
            FloatVector direction = from.fma(extra, change.fma(part, from));
            ((DoubleVector) gradient.convertShape(F2D, DOUBLES, 0)).intoArray(gs, i);
            ((DoubleVector) direction.convertShape(F2D, DOUBLES, 0)).intoArray(ds, i);
        }
    }

    /** A vector, widened. */
    static void load(long from, double[] to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector values = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, from + (long) i * Float.BYTES, ORDER);
            ((DoubleVector) values.convertShape(F2D, DOUBLES, 0)).intoArray(to, i);
        }
    }

    /** A vector, rounded. */
    static void store(double[] from, long to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector values = (FloatVector) DoubleVector.fromArray(DOUBLES, from, i).convertShape(D2F, HALF_FLOATS,
                    0);
            values.intoMemorySegment(ALL, to + (long) i * Float.BYTES, ORDER);
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
            long at = (long) i * Float.BYTES;
            FloatVector params = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, x + at, ORDER);
            DoubleVector xi = (DoubleVector) params.convertShape(F2D, DOUBLES, 0);
            DoubleVector gi = DoubleVector.fromArray(DOUBLES, gs, i);
            DoubleVector di = DoubleVector.fromArray(DOUBLES, ds, i);
            FloatVector direction = (FloatVector) di.convertShape(D2F, HALF_FLOATS, 0);
            FloatVector diagonal = (FloatVector) DoubleVector.fromArray(DOUBLES, diagonals, i).convertShape(D2F,
                    HALF_FLOATS, 0);
            FloatVector preconditioned = direction.div(diagonal);
            preconditioned.intoMemorySegment(ALL, p + at, ORDER);
            DoubleVector pi = (DoubleVector) preconditioned.convertShape(F2D, DOUBLES, 0);
            // products of floats are exact in double: a fused multiply-add has the bits of both operations, in less time
            DoubleVector product = di.mul(xi);
            gx = gi.fma(xi, gx);
            dx = dx.add(product);
            absoluteDx = absoluteDx.add(product.abs());
            dd = di.fma(pi, dd);
        }
        gx.intoArray(lanes.sums, 0);
        dx.intoArray(lanes.sums, Lanes.COUNT);
        absoluteDx.intoArray(lanes.sums, 2 * Lanes.COUNT);
        dd.intoArray(lanes.sums, 3 * Lanes.COUNT);
    }
}
