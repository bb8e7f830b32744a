package org.momo4j.core.kernel.vector;

import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.AdamKernel;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.plain.PlainAdamKernel;

/**
 * Explicit vectors, block by block. What does not fill a vector is left to the {@link PlainAdamKernel}, and so is a float32
 * metric whose squares do not lead ({@link AdamMetric#squaresLead}). Lanes and blocks are added in index order.
 */
public final class VectorAdamKernel implements AdamKernel {
    private final AdamKernel plain = new PlainAdamKernel();
    private final Lanes lanes = new Lanes();

    @Override
    public void sums(double a, FlatVector d, double b, FlatVector g, AdamMetric metric, FlatVector v, FlatVector x,
            long from, long to, InnerProducts sums) {
        long end = end(metric, x.type(), from, to, Lanes.COUNT);
        plain.sums(a, d, b, g, metric, v, x, end, to, sums);
        long ds = Memory.address(d, from, to);
        long gs = Memory.address(g, from, to);
        long vs = Memory.address(v, from, to);
        long xs = Memory.address(x, from, to);
        boolean doubles = x.type() == ElementType.FLOAT64;
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            long offset = at * x.type().bytes();
            if (doubles) {
                AdamDoubles.sums(a, ds + offset, b, gs + offset, metric, vs + offset, xs + offset, count, lanes);
            } else {
                AdamFloats.sums(a, ds + offset, b, gs + offset, metric, vs + offset, xs + offset, count, lanes);
            }
            lanes.addTo(sums);
        }
        Memory.keep(d);
        Memory.keep(g);
        Memory.keep(v);
        Memory.keep(x);
    }

    @Override
    public void write(double a, FlatVector d, double b, FlatVector g, AdamMetric metric, FlatVector v, FlatVector x,
            double keep, double step, long from, long to) {
        long end = end(metric, x.type(), from, to, Lanes.whole(x.type()));
        long ds = Memory.address(d, from, to);
        long gs = Memory.address(g, from, to);
        long vs = Memory.address(v, from, to);
        long xs = Memory.address(x, from, to);
        boolean doubles = x.type() == ElementType.FLOAT64;
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            long offset = at * x.type().bytes();
            if (doubles) {
                AdamDoubles.write(a, ds + offset, b, gs + offset, metric, vs + offset, xs + offset, keep, step, count);
            } else {
                AdamFloats.write(a, ds + offset, b, gs + offset, metric, vs + offset, xs + offset, keep, step, count);
            }
        }
        Memory.keep(d);
        Memory.keep(g);
        Memory.keep(v);
        Memory.keep(x);
        plain.write(a, d, b, g, metric, v, x, keep, step, end, to);
    }

    /** The end of what vectors do. */
    private static long end(AdamMetric metric, ElementType type, long from, long to, int lanes) {
        return type == ElementType.FLOAT32 && !metric.squaresLead() ? from : Lanes.end(from, to, lanes);
    }
}
