package org.momo4j.core.kernel.plain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.FloatUpdates;
import org.momo4j.core.kernel.InnerProducts;

/**
 * Plain loops over ranges {@code [from, to)} of flat vectors of one type: the definition of all arithmetic on memory.
 * Elementwise results are formed in the element type. Sums are double: elements are widened before they are multiplied,
 * and products are added in index order over {@value #LANES} interleaved partial sums, which are added in a fixed order:
 * the same bits every time.
 */
public final class Loops {
    /** Interleaved partial sums, enough to hide the latency of an addition. */
    private static final int LANES = 4;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

    private Loops() {}

    /** Σ x_i y_i. */
    public static double dot(FlatVector x, FlatVector y, long from, long to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        long i = from;
        MemorySegment xs = x.segment();
        MemorySegment ys = y.segment();
        if (x.type() == ElementType.FLOAT64) {
            for (; i <= to - LANES; i += LANES) {
                s0 += xs.getAtIndex(DOUBLE, i) * ys.getAtIndex(DOUBLE, i);
                s1 += xs.getAtIndex(DOUBLE, i + 1) * ys.getAtIndex(DOUBLE, i + 1);
                s2 += xs.getAtIndex(DOUBLE, i + 2) * ys.getAtIndex(DOUBLE, i + 2);
                s3 += xs.getAtIndex(DOUBLE, i + 3) * ys.getAtIndex(DOUBLE, i + 3);
            }
        } else {
            for (; i <= to - LANES; i += LANES) {
                s0 += (double) xs.getAtIndex(FLOAT, i) * ys.getAtIndex(FLOAT, i);
                s1 += (double) xs.getAtIndex(FLOAT, i + 1) * ys.getAtIndex(FLOAT, i + 1);
                s2 += (double) xs.getAtIndex(FLOAT, i + 2) * ys.getAtIndex(FLOAT, i + 2);
                s3 += (double) xs.getAtIndex(FLOAT, i + 3) * ys.getAtIndex(FLOAT, i + 3);
            }
        }
        double sum = (s0 + s1) + (s2 + s3);
        for (; i < to; i++) {
            sum += x.get(i) * y.get(i);
        }
        return sum;
    }

    /** Σ |x_i y_i|. */
    public static double absoluteDot(FlatVector x, FlatVector y, long from, long to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        long i = from;
        for (; i <= to - LANES; i += LANES) {
            s0 += Math.abs(x.get(i) * y.get(i));
            s1 += Math.abs(x.get(i + 1) * y.get(i + 1));
            s2 += Math.abs(x.get(i + 2) * y.get(i + 2));
            s3 += Math.abs(x.get(i + 3) * y.get(i + 3));
        }
        double sum = (s0 + s1) + (s2 + s3);
        for (; i < to; i++) {
            sum += Math.abs(x.get(i) * y.get(i));
        }
        return sum;
    }

    /** The inner products of a step along d, whose preconditioned direction is p. */
    public static void sums(FlatVector g, FlatVector d, FlatVector p, FlatVector x, long from, long to,
            InnerProducts sums) {
        sums.set(dot(g, x, from, to), dot(d, x, from, to), absoluteDot(d, x, from, to), dot(d, p, from, to));
    }

    /** out_i = α x_i + β y_i on a range; {@code out} may be one of the others. In float32 by {@link FloatUpdates}. */
    public static void combine(double alpha, FlatVector x, double beta, FlatVector y, FlatVector out, long from,
            long to) {
        MemorySegment xs = x.segment();
        MemorySegment ys = y.segment();
        MemorySegment outs = out.segment();
        if (out.type() == ElementType.FLOAT64) {
            for (long i = from; i < to; i++) {
                outs.setAtIndex(DOUBLE, i, alpha * xs.getAtIndex(DOUBLE, i) + beta * ys.getAtIndex(DOUBLE, i));
            }
            return;
        }
        float extra = FloatUpdates.extra(alpha, beta);
        float part = FloatUpdates.part(alpha, beta);
        MemorySegment lead = FloatUpdates.secondLeads(alpha, beta) ? ys : xs;
        MemorySegment other = FloatUpdates.secondLeads(alpha, beta) ? xs : ys;
        for (long i = from; i < to; i++) {
            outs.setAtIndex(FLOAT, i,
                    FloatUpdates.average(extra, lead.getAtIndex(FLOAT, i), part, other.getAtIndex(FLOAT, i)));
        }
    }

    /** x_i ← keep x_i − step d_i on a range. In float32 by {@link FloatUpdates}. */
    public static void move(FlatVector x, double keep, double step, FlatVector d, long from, long to) {
        MemorySegment xs = x.segment();
        MemorySegment ds = d.segment();
        if (x.type() == ElementType.FLOAT64) {
            for (long i = from; i < to; i++) {
                xs.setAtIndex(DOUBLE, i, keep * xs.getAtIndex(DOUBLE, i) - step * ds.getAtIndex(DOUBLE, i));
            }
            return;
        }
        boolean paramsLead = FloatUpdates.paramsLead(keep);
        float share = FloatUpdates.share(keep);
        float change = FloatUpdates.weight(step);
        for (long i = from; i < to; i++) {
            xs.setAtIndex(FLOAT, i,
                    FloatUpdates.move(paramsLead, share, xs.getAtIndex(FLOAT, i), change, ds.getAtIndex(FLOAT, i)));
        }
    }

    /**
     * out_i = β2 v_i + (1 − β2) g_i², the moving average of squares.
     *
     * @return the largest out_i: not finite if a square overflowed
     */
    public static double averageSquares(AdamMetric metric, FlatVector v, FlatVector g, FlatVector out) {
        MemorySegment vs = v.segment();
        MemorySegment gs = g.segment();
        MemorySegment outs = out.segment();
        double largest = 0;
        if (out.type() == ElementType.FLOAT64) {
            for (long i = 0; i < out.size(); i++) {
                double square = metric.average(vs.getAtIndex(DOUBLE, i), gs.getAtIndex(DOUBLE, i));
                outs.setAtIndex(DOUBLE, i, square);
                largest = Math.max(largest, square);
            }
            return largest;
        }
        for (long i = 0; i < out.size(); i++) {
            float square = metric.average(vs.getAtIndex(FLOAT, i), gs.getAtIndex(FLOAT, i));
            outs.setAtIndex(FLOAT, i, square);
            largest = Math.max(largest, square);
        }
        return largest;
    }

    /** out_i = d_i/(ε + sqrt(v_i/(1 − β2^k))). */
    public static void divideByRoot(FlatVector d, FlatVector v, AdamMetric metric, FlatVector out) {
        MemorySegment ds = d.segment();
        MemorySegment vs = v.segment();
        MemorySegment outs = out.segment();
        if (out.type() == ElementType.FLOAT64) {
            for (long i = 0; i < out.size(); i++) {
                outs.setAtIndex(DOUBLE, i, metric.applyInverse(ds.getAtIndex(DOUBLE, i), vs.getAtIndex(DOUBLE, i)));
            }
            return;
        }
        for (long i = 0; i < out.size(); i++) {
            outs.setAtIndex(FLOAT, i, metric.applyInverse(ds.getAtIndex(FLOAT, i), vs.getAtIndex(FLOAT, i)));
        }
    }
}
