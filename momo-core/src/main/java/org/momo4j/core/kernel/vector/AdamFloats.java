package org.momo4j.core.kernel.vector;

import static jdk.incubator.vector.VectorOperators.F2D;
import static org.momo4j.core.kernel.vector.Lanes.DOUBLES;
import static org.momo4j.core.kernel.vector.Lanes.FLOATS;
import static org.momo4j.core.kernel.vector.Lanes.HALF_FLOATS;
import static org.momo4j.core.kernel.vector.Lanes.HALF_INTS;
import static org.momo4j.core.kernel.vector.Lanes.ORDER;
import static org.momo4j.core.kernel.vector.Memory.ALL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.FloatUpdates;

/** One block of a step in Adam's metric on float32: {@code count} elements, a multiple of the lanes, from the addresses given. */
final class AdamFloats {
    private AdamFloats() {}

    static void sums(double a, long d, double b, long g, AdamMetric metric, long v,
            long x, int count, Lanes lanes) {
        boolean average = FloatUpdates.extra(a, b) == 0;
        FloatVector extra = FloatVector.broadcast(HALF_FLOATS, FloatUpdates.extra(a, b));
        FloatVector part = FloatVector.broadcast(HALF_FLOATS, FloatUpdates.part(a, b));
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        long lead = gradientLeads ? g : d;
        long other = gradientLeads ? d : g;
        FloatVector fresh = FloatVector.broadcast(HALF_FLOATS, metric.fresh());
        FloatVector epsilon = FloatVector.broadcast(HALF_FLOATS, metric.floatEpsilon());
        FloatVector scale = FloatVector.broadcast(HALF_FLOATS, (float) metric.rootScale());
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        IntVector largest = IntVector.zero(HALF_INTS);
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = (long) i * Float.BYTES;
            FloatVector gradient = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, g + at, ORDER);
            FloatVector from = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, lead + at, ORDER);
            FloatVector change = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, other + at, ORDER).sub(from);
            FloatVector direction = change.fma(part, from);
            if (!average) {
                direction = from.fma(extra, direction);
            }
            FloatVector old = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, v + at, ORDER);
            FloatVector squares = gradient.fma(gradient, old.neg()).fma(fresh, old);
            largest = largest.max(squares.reinterpretAsInts()); // squares are not negative: their bits are in order
            FloatVector preconditioned = direction.div(squares.sqrt().fma(scale, epsilon));
            FloatVector params = FloatVector.fromMemorySegment(HALF_FLOATS, ALL, x + at, ORDER);
            DoubleVector gi = (DoubleVector) gradient.convertShape(F2D, DOUBLES, 0);
            DoubleVector xi = (DoubleVector) params.convertShape(F2D, DOUBLES, 0);
            DoubleVector di = (DoubleVector) direction.convertShape(F2D, DOUBLES, 0);
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
        lanes.largest = Float.intBitsToFloat(largest.reduceLanes(VectorOperators.MAX));
    }

    static void write(double a, long d, double b, long g, AdamMetric metric, long v,
            long x, double keep, double step, int count) {
        boolean average = FloatUpdates.extra(a, b) == 0;
        FloatVector extra = FloatVector.broadcast(FLOATS, FloatUpdates.extra(a, b));
        FloatVector part = FloatVector.broadcast(FLOATS, FloatUpdates.part(a, b));
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        long lead = gradientLeads ? g : d;
        long other = gradientLeads ? d : g;
        FloatVector fresh = FloatVector.broadcast(FLOATS, metric.fresh());
        FloatVector epsilon = FloatVector.broadcast(FLOATS, metric.floatEpsilon());
        FloatVector scale = FloatVector.broadcast(FLOATS, (float) metric.rootScale());
        boolean paramsLead = FloatUpdates.paramsLead(keep);
        FloatVector share = FloatVector.broadcast(FLOATS, FloatUpdates.share(keep));
        float stride = -FloatUpdates.weight(step);
        for (int i = 0; i < count; i += FLOATS.length()) {
            long at = (long) i * Float.BYTES;
            FloatVector gradient = FloatVector.fromMemorySegment(FLOATS, ALL, g + at, ORDER);
            FloatVector from = FloatVector.fromMemorySegment(FLOATS, ALL, lead + at, ORDER);
            FloatVector change = FloatVector.fromMemorySegment(FLOATS, ALL, other + at, ORDER).sub(from);
            FloatVector direction = change.fma(part, from);
            if (!average) {
                direction = from.fma(extra, direction);
            }
            FloatVector old = FloatVector.fromMemorySegment(FLOATS, ALL, v + at, ORDER);
            FloatVector squares = gradient.fma(gradient, old.neg()).fma(fresh, old);
            FloatVector preconditioned = direction.div(squares.sqrt().fma(scale, epsilon));
            FloatVector params = FloatVector.fromMemorySegment(FLOATS, ALL, x + at, ORDER);
            direction.intoMemorySegment(ALL, d + at, ORDER);
            squares.intoMemorySegment(ALL, v + at, ORDER);
            FloatVector moved = params.fma(share, preconditioned.mul(stride));
            if (paramsLead) {
                moved = params.add(moved);
            }
            moved.intoMemorySegment(ALL, x + at, ORDER);
        }
    }
}
