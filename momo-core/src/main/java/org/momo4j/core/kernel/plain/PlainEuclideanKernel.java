package org.momo4j.core.kernel.plain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.EuclideanKernel;
import org.momo4j.core.kernel.FloatUpdates;
import org.momo4j.core.kernel.InnerProducts;

/**
 * Plain loops: the definition of a {@link EuclideanKernel}, and what runs where explicit vectors cannot. Each sum runs over
 * two interleaved partial sums, even and odd elements of the range, added at the end.
 */
public final class PlainEuclideanKernel implements EuclideanKernel {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

    @Override
    public void sums(double a, FlatVector d, double b, FlatVector g, FlatVector x, long from, long to,
            InnerProducts sums) {
        if (x.type() == ElementType.FLOAT64) {
            formDouble(a, d.segment(), b, g.segment(), x.segment(), from, to, sums);
        } else {
            formFloat(a, d.segment(), b, g.segment(), x.segment(), from, to, sums);
        }
    }

    private static void formDouble(double a, MemorySegment direction, double b, MemorySegment gradient,
            MemorySegment params,
            long from, long to, InnerProducts sums) {
        double gx0 = 0;
        double gx1 = 0;
        double dx0 = 0;
        double dx1 = 0;
        double ax0 = 0;
        double ax1 = 0;
        double dd0 = 0;
        double dd1 = 0;
        long i = from;
        for (; i < to - 1; i += 2) {
            double g0 = gradient.getAtIndex(DOUBLE, i);
            double g1 = gradient.getAtIndex(DOUBLE, i + 1);
            double x0 = params.getAtIndex(DOUBLE, i);
            double x1 = params.getAtIndex(DOUBLE, i + 1);
            double d0 = a * direction.getAtIndex(DOUBLE, i) + b * g0;
            double d1 = a * direction.getAtIndex(DOUBLE, i + 1) + b * g1;
            gx0 += g0 * x0;
            gx1 += g1 * x1;
            dx0 += d0 * x0;
            dx1 += d1 * x1;
            ax0 += Math.abs(d0 * x0);
            ax1 += Math.abs(d1 * x1);
            dd0 += d0 * d0;
            dd1 += d1 * d1;
        }
        if (i < to) {
            double g = gradient.getAtIndex(DOUBLE, i);
            double x = params.getAtIndex(DOUBLE, i);
            double d = a * direction.getAtIndex(DOUBLE, i) + b * g;
            gx0 += g * x;
            dx0 += d * x;
            ax0 += Math.abs(d * x);
            dd0 += d * d;
        }
        sums.set(gx0 + gx1, dx0 + dx1, ax0 + ax1, dd0 + dd1);
    }

    private static void formFloat(double a, MemorySegment direction, double b, MemorySegment gradient,
            MemorySegment params,
            long from, long to, InnerProducts sums) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? gradient : direction;
        MemorySegment other = gradientLeads ? direction : gradient;
        double gx0 = 0;
        double gx1 = 0;
        double dx0 = 0;
        double dx1 = 0;
        double ax0 = 0;
        double ax1 = 0;
        double dd0 = 0;
        double dd1 = 0;
        long i = from;
        for (; i < to - 1; i += 2) {
            float g0 = gradient.getAtIndex(FLOAT, i);
            float g1 = gradient.getAtIndex(FLOAT, i + 1);
            double x0 = params.getAtIndex(FLOAT, i);
            double x1 = params.getAtIndex(FLOAT, i + 1);
            double d0 = FloatUpdates.average(extra, lead.getAtIndex(FLOAT, i), part, other.getAtIndex(FLOAT, i));
            double d1 = FloatUpdates.average(extra, lead.getAtIndex(FLOAT, i + 1), part,
                    other.getAtIndex(FLOAT, i + 1));
            gx0 += g0 * x0;
            gx1 += g1 * x1;
            dx0 += d0 * x0;
            dx1 += d1 * x1;
            ax0 += Math.abs(d0 * x0);
            ax1 += Math.abs(d1 * x1);
            dd0 += d0 * d0;
            dd1 += d1 * d1;
        }
        if (i < to) {
            float g = gradient.getAtIndex(FLOAT, i);
            double x = params.getAtIndex(FLOAT, i);
            double d = FloatUpdates.average(extra, lead.getAtIndex(FLOAT, i), part, other.getAtIndex(FLOAT, i));
            gx0 += g * x;
            dx0 += d * x;
            ax0 += Math.abs(d * x);
            dd0 += d * d;
        }
        sums.set(gx0 + gx1, dx0 + dx1, ax0 + ax1, dd0 + dd1);
    }

    @Override
    public void write(double a, FlatVector d, double b, FlatVector g, FlatVector x, double keep, double step,
            long from, long to) {
        if (x.type() == ElementType.FLOAT64) {
            MemorySegment ds = d.segment();
            MemorySegment gs = g.segment();
            MemorySegment xs = x.segment();
            for (long i = from; i < to; i++) {
                double di = a * ds.getAtIndex(DOUBLE, i) + b * gs.getAtIndex(DOUBLE, i);
                ds.setAtIndex(DOUBLE, i, di);
                xs.setAtIndex(DOUBLE, i, keep * xs.getAtIndex(DOUBLE, i) - step * di);
            }
            return;
        }
        writeFloat(a, d.segment(), b, g.segment(), x.segment(), keep, step, from, to);
    }

    private static void writeFloat(double a, MemorySegment direction, double b, MemorySegment gradient,
            MemorySegment params, double keep, double step, long from, long to) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? gradient : direction;
        MemorySegment other = gradientLeads ? direction : gradient;
        boolean paramsLead = FloatUpdates.paramsLead(keep);
        float share = FloatUpdates.share(keep);
        float change = FloatUpdates.weight(step);
        for (long i = from; i < to; i++) {
            float d = FloatUpdates.average(extra, lead.getAtIndex(FLOAT, i), part, other.getAtIndex(FLOAT, i));
            direction.setAtIndex(FLOAT, i, d);
            params.setAtIndex(FLOAT, i, FloatUpdates.move(paramsLead, share, params.getAtIndex(FLOAT, i), change, d));
        }
    }
}
