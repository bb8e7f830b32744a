package org.momo4j.core.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;
import static org.momo4j.core.kernel.Lanes.DOUBLES;
import static org.momo4j.core.kernel.Lanes.FLOATS;
import static org.momo4j.core.kernel.Lanes.HALF_FLOATS;
import static org.momo4j.core.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/** One block of a step with D = I on float32: {@code count} elements, a multiple of the lanes, from a byte offset. */
final class EuclideanFloats {
    private EuclideanFloats() {}

    static void sums(double a, MemorySegment d, double b, MemorySegment g, MemorySegment x, long offset, int count,
            Lanes lanes) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? g : d;
        MemorySegment other = gradientLeads ? d : g;
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = offset + (long) i * Float.BYTES;
            FloatVector gradient = FloatVector.fromMemorySegment(HALF_FLOATS, g, at, ORDER);
            FloatVector from = FloatVector.fromMemorySegment(HALF_FLOATS, lead, at, ORDER);
            FloatVector change = FloatVector.fromMemorySegment(HALF_FLOATS, other, at, ORDER).sub(from).mul(part);
            FloatVector direction = from.add(from.mul(extra).add(change));
            FloatVector params = FloatVector.fromMemorySegment(HALF_FLOATS, x, at, ORDER);
            DoubleVector gi = (DoubleVector) gradient.convertShape(F2D, DOUBLES, 0);
            DoubleVector xi = (DoubleVector) params.convertShape(F2D, DOUBLES, 0);
            DoubleVector di = (DoubleVector) direction.convertShape(F2D, DOUBLES, 0);
            // products of floats are exact in double: a fused multiply-add has the bits of both operations, in less time
            DoubleVector product = di.mul(xi);
            gx = gi.fma(xi, gx);
            dx = di.fma(xi, dx);
            absoluteDx = absoluteDx.add(product.abs());
            dd = di.fma(di, dd);
        }
        gx.intoArray(lanes.sums, 0);
        dx.intoArray(lanes.sums, Lanes.COUNT);
        absoluteDx.intoArray(lanes.sums, 2 * Lanes.COUNT);
        dd.intoArray(lanes.sums, 3 * Lanes.COUNT);
    }

    static void write(double a, MemorySegment d, double b, MemorySegment g, MemorySegment x, double keep, double step,
            long offset, int count) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? g : d;
        MemorySegment other = gradientLeads ? d : g;
        float shrink = FloatUpdates.weight(keep - 1);
        float stride = FloatUpdates.weight(step);
        for (int i = 0; i < count; i += FLOATS.length()) {
            long at = offset + (long) i * Float.BYTES;
            FloatVector from = FloatVector.fromMemorySegment(FLOATS, lead, at, ORDER);
            FloatVector change = FloatVector.fromMemorySegment(FLOATS, other, at, ORDER).sub(from).mul(part);
            FloatVector direction = from.add(from.mul(extra).add(change));
            FloatVector params = FloatVector.fromMemorySegment(FLOATS, x, at, ORDER);
            direction.intoMemorySegment(d, at, ORDER);
            params.add(params.mul(shrink).sub(direction.mul(stride))).intoMemorySegment(x, at, ORDER);
        }
    }
}
