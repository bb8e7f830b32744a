package org.momo4j.core.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;
import static org.momo4j.core.kernel.Lanes.DOUBLES;
import static org.momo4j.core.kernel.Lanes.FLOATS;
import static org.momo4j.core.kernel.Lanes.HALF_FLOATS;
import static org.momo4j.core.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** One block of a step in Adam's metric on float32: {@code count} elements, a multiple of the lanes, from a byte offset. */
final class AdamFloats {
    private AdamFloats() {}

    static void sums(double a, MemorySegment d, double b, MemorySegment g, AdamMetric metric, MemorySegment v,
            MemorySegment x, long offset, int count, Lanes lanes) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? g : d;
        MemorySegment other = gradientLeads ? d : g;
        float keepHead = metric.keepHead;
        float keepTail = metric.keepTail;
        float fresh = metric.fresh;
        float epsilon = metric.floatEpsilon;
        float scale = (float) metric.rootScale();
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        FloatVector largest = FloatVector.zero(HALF_FLOATS);
        for (int i = 0; i < count; i += Lanes.COUNT) {
            long at = offset + (long) i * Float.BYTES;
            FloatVector gradient = FloatVector.fromMemorySegment(HALF_FLOATS, g, at, ORDER);
            FloatVector from = FloatVector.fromMemorySegment(HALF_FLOATS, lead, at, ORDER);
            FloatVector change = FloatVector.fromMemorySegment(HALF_FLOATS, other, at, ORDER).sub(from).mul(part);
            FloatVector direction = from.add(from.mul(extra).add(change));
            FloatVector old = FloatVector.fromMemorySegment(HALF_FLOATS, v, at, ORDER);
            FloatVector squares = old.mul(keepHead).add(gradient.mul(gradient).mul(fresh).add(old.mul(keepTail)));
            largest = largest.max(squares);
            FloatVector preconditioned = direction.div(squares.sqrt().mul(scale).add(epsilon));
            FloatVector params = FloatVector.fromMemorySegment(HALF_FLOATS, x, at, ORDER);
            DoubleVector gi = (DoubleVector) gradient.convertShape(F2D, DOUBLES, 0);
            DoubleVector xi = (DoubleVector) params.convertShape(F2D, DOUBLES, 0);
            DoubleVector di = (DoubleVector) direction.convertShape(F2D, DOUBLES, 0);
            DoubleVector pi = (DoubleVector) preconditioned.convertShape(F2D, DOUBLES, 0);
            // products of floats are exact in double: a fused multiply-add has the bits of both operations, in less time
            DoubleVector product = di.mul(xi);
            gx = gi.fma(xi, gx);
            dx = di.fma(xi, dx);
            absoluteDx = absoluteDx.add(product.abs());
            dd = di.fma(pi, dd);
        }
        gx.intoArray(lanes.sums, 0);
        dx.intoArray(lanes.sums, Lanes.COUNT);
        absoluteDx.intoArray(lanes.sums, 2 * Lanes.COUNT);
        dd.intoArray(lanes.sums, 3 * Lanes.COUNT);
        lanes.largest = largest.reduceLanes(VectorOperators.MAX); // a maximum has the same bits in any order
    }

    static void write(double a, MemorySegment d, double b, MemorySegment g, AdamMetric metric, MemorySegment v,
            MemorySegment x, double keep, double step, long offset, int count) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? g : d;
        MemorySegment other = gradientLeads ? d : g;
        float keepHead = metric.keepHead;
        float keepTail = metric.keepTail;
        float fresh = metric.fresh;
        float epsilon = metric.floatEpsilon;
        float scale = (float) metric.rootScale();
        float shrink = FloatUpdates.weight(keep - 1);
        float stride = FloatUpdates.weight(step);
        for (int i = 0; i < count; i += FLOATS.length()) {
            long at = offset + (long) i * Float.BYTES;
            FloatVector gradient = FloatVector.fromMemorySegment(FLOATS, g, at, ORDER);
            FloatVector from = FloatVector.fromMemorySegment(FLOATS, lead, at, ORDER);
            FloatVector change = FloatVector.fromMemorySegment(FLOATS, other, at, ORDER).sub(from).mul(part);
            FloatVector direction = from.add(from.mul(extra).add(change));
            FloatVector old = FloatVector.fromMemorySegment(FLOATS, v, at, ORDER);
            FloatVector squares = old.mul(keepHead).add(gradient.mul(gradient).mul(fresh).add(old.mul(keepTail)));
            FloatVector preconditioned = direction.div(squares.sqrt().mul(scale).add(epsilon));
            FloatVector params = FloatVector.fromMemorySegment(FLOATS, x, at, ORDER);
            direction.intoMemorySegment(d, at, ORDER);
            squares.intoMemorySegment(v, at, ORDER);
            params.add(params.mul(shrink).sub(preconditioned.mul(stride))).intoMemorySegment(x, at, ORDER);
        }
    }
}
