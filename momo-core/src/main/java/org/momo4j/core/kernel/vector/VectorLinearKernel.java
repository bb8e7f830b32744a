package org.momo4j.core.kernel.vector;

import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.plain.Loops;

/**
 * Explicit vectors, block by block. What does not fill a vector is left to the {@link Loops}. Lanes and blocks are added in
 * index order.
 */
public final class VectorLinearKernel implements LinearKernel {
    private final Lanes lanes = new Lanes();

    @Override
    public void combine(double alpha, FlatVector x, double beta, FlatVector y, FlatVector out, long from, long to) {
        long end = Lanes.end(from, to, Lanes.whole(out.type()));
        long xs = Memory.address(x, from, to);
        long ys = Memory.address(y, from, to);
        long outs = Memory.address(out, from, to);
        boolean doubles = out.type() == ElementType.FLOAT64;
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            long offset = at * out.type().bytes();
            if (doubles) {
                LinearDoubles.combine(alpha, xs + offset, beta, ys + offset, outs + offset, count);
            } else {
                LinearFloats.combine(alpha, xs + offset, beta, ys + offset, outs + offset, count);
            }
        }
        Memory.keep(x);
        Memory.keep(y);
        Memory.keep(out);
        Loops.combine(alpha, x, beta, y, out, end, to);
    }

    @Override
    public void sums(FlatVector g, FlatVector d, FlatVector p, FlatVector x, long from, long to, InnerProducts sums) {
        long end = Lanes.end(from, to, Lanes.COUNT);
        Loops.sums(g, d, p, x, end, to, sums);
        long gs = Memory.address(g, from, to);
        long ds = Memory.address(d, from, to);
        long ps = Memory.address(p, from, to);
        long xs = Memory.address(x, from, to);
        boolean doubles = x.type() == ElementType.FLOAT64;
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            long offset = at * x.type().bytes();
            if (doubles) {
                LinearDoubles.sums(gs + offset, ds + offset, ps + offset, xs + offset, count, lanes);
            } else {
                LinearFloats.sums(gs + offset, ds + offset, ps + offset, xs + offset, count, lanes);
            }
            lanes.addTo(sums);
        }
        Memory.keep(g);
        Memory.keep(d);
        Memory.keep(p);
        Memory.keep(x);
    }

    @Override
    public void move(FlatVector x, double keep, double step, FlatVector p, long from, long to) {
        long end = Lanes.end(from, to, Lanes.whole(x.type()));
        long xs = Memory.address(x, from, to);
        long ps = Memory.address(p, from, to);
        boolean doubles = x.type() == ElementType.FLOAT64;
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            long offset = at * x.type().bytes();
            if (doubles) {
                LinearDoubles.move(xs + offset, keep, step, ps + offset, count);
            } else {
                LinearFloats.move(xs + offset, keep, step, ps + offset, count);
            }
        }
        Memory.keep(x);
        Memory.keep(p);
        Loops.move(x, keep, step, p, end, to);
    }
}
