package org.momo4j.core.kernel.plain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.AdamKernel;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.FloatUpdates;
import org.momo4j.core.kernel.InnerProducts;

/** Plain loops: the definition of an {@link AdamKernel}, and what runs where explicit vectors cannot. Sums run in index order. */
public final class PlainAdamKernel implements AdamKernel {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

    @Override
    public void sums(double a, FlatVector d, double b, FlatVector g, AdamMetric metric, FlatVector v, FlatVector x,
            long from, long to, InnerProducts sums) {
        if (x.type() == ElementType.FLOAT64) {
            formDouble(a, d.segment(), b, g.segment(), metric, v.segment(), x.segment(), from, to, sums);
        } else {
            formFloat(a, d.segment(), b, g.segment(), metric, v.segment(), x.segment(), from, to, sums);
        }
    }

    private static void formDouble(double a, MemorySegment direction, double b, MemorySegment gradient,
            AdamMetric metric, MemorySegment squares, MemorySegment params, long from, long to, InnerProducts sums) {
        double gx = 0;
        double dx = 0;
        double absoluteDx = 0;
        double dd = 0;
        double largest = 0;
        for (long i = from; i < to; i++) {
            double g = gradient.getAtIndex(DOUBLE, i);
            double x = params.getAtIndex(DOUBLE, i);
            double d = a * direction.getAtIndex(DOUBLE, i) + b * g;
            double v = metric.average(squares.getAtIndex(DOUBLE, i), g);
            gx += g * x;
            dx += d * x;
            absoluteDx += Math.abs(d * x);
            dd += d * metric.applyInverse(d, v);
            largest = Math.max(largest, v);
        }
        sums.set(gx, dx, absoluteDx, dd);
        sums.square(largest);
    }

    private static void formFloat(double a, MemorySegment direction, double b, MemorySegment gradient,
            AdamMetric metric, MemorySegment squares, MemorySegment params, long from, long to, InnerProducts sums) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? gradient : direction;
        MemorySegment other = gradientLeads ? direction : gradient;
        double gx = 0;
        double dx = 0;
        double absoluteDx = 0;
        double dd = 0;
        double largest = 0;
        for (long i = from; i < to; i++) {
            float g = gradient.getAtIndex(FLOAT, i);
            double x = params.getAtIndex(FLOAT, i);
            float d = FloatUpdates.average(extra, lead.getAtIndex(FLOAT, i), part, other.getAtIndex(FLOAT, i));
            float v = metric.average(squares.getAtIndex(FLOAT, i), g);
            gx += g * x;
            dx += d * x;
            absoluteDx += Math.abs(d * x);
            dd += (double) d * metric.applyInverse(d, v);
            largest = Math.max(largest, v);
        }
        sums.set(gx, dx, absoluteDx, dd);
        sums.square(largest);
    }

    @Override
    public void write(double a, FlatVector d, double b, FlatVector g, AdamMetric metric, FlatVector v, FlatVector x,
            double keep, double step, long from, long to) {
        if (x.type() == ElementType.FLOAT64) {
            writeDouble(a, d.segment(), b, g.segment(), metric, v.segment(), x.segment(), keep, step, from, to);
        } else {
            writeFloat(a, d.segment(), b, g.segment(), metric, v.segment(), x.segment(), keep, step, from, to);
        }
    }

    private static void writeDouble(double a, MemorySegment direction, double b, MemorySegment gradient,
            AdamMetric metric, MemorySegment squares, MemorySegment params, double keep, double step, long from,
            long to) {
        for (long i = from; i < to; i++) {
            double g = gradient.getAtIndex(DOUBLE, i);
            double d = a * direction.getAtIndex(DOUBLE, i) + b * g;
            double v = metric.average(squares.getAtIndex(DOUBLE, i), g);
            direction.setAtIndex(DOUBLE, i, d);
            squares.setAtIndex(DOUBLE, i, v);
            params.setAtIndex(DOUBLE, i, keep * params.getAtIndex(DOUBLE, i) - step * metric.applyInverse(d, v));
        }
    }

    private static void writeFloat(double a, MemorySegment direction, double b, MemorySegment gradient,
            AdamMetric metric, MemorySegment squares, MemorySegment params, double keep, double step, long from,
            long to) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? gradient : direction;
        MemorySegment other = gradientLeads ? direction : gradient;
        boolean paramsLead = FloatUpdates.paramsLead(keep);
        float share = FloatUpdates.share(keep);
        float change = FloatUpdates.weight(step);
        for (long i = from; i < to; i++) {
            float g = gradient.getAtIndex(FLOAT, i);
            float d = FloatUpdates.average(extra, lead.getAtIndex(FLOAT, i), part, other.getAtIndex(FLOAT, i));
            float v = metric.average(squares.getAtIndex(FLOAT, i), g);
            direction.setAtIndex(FLOAT, i, d);
            squares.setAtIndex(FLOAT, i, v);
            params.setAtIndex(FLOAT, i,
                    FloatUpdates.move(paramsLead, share, params.getAtIndex(FLOAT, i), change,
                            metric.applyInverse(d, v)));
        }
    }
}
