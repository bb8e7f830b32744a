package org.momo4j.core.kernel.vector;

import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.EuclideanKernel;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.plain.PlainEuclideanKernel;

/**
 * Explicit vectors, block by block. What does not fill a vector is left to the {@link PlainEuclideanKernel}. Lanes and
 * blocks are added in index order.
 */
public final class VectorEuclideanKernel implements EuclideanKernel {
    private final EuclideanKernel plain = new PlainEuclideanKernel();
    private final Lanes lanes = new Lanes();

    @Override
    public void sums(double a, FlatVector d, double b, FlatVector g, FlatVector x, long from, long to,
            InnerProducts sums) {
        long end = Lanes.end(from, to, Lanes.COUNT);
        plain.sums(a, d, b, g, x, end, to, sums);
        long ds = Memory.address(d, from, to);
        long gs = Memory.address(g, from, to);
        long xs = Memory.address(x, from, to);
        boolean doubles = x.type() == ElementType.FLOAT64;
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            long offset = at * x.type().bytes();
            if (doubles) {
                EuclideanDoubles.sums(a, ds + offset, b, gs + offset, xs + offset, count, lanes);
            } else {
                EuclideanFloats.sums(a, ds + offset, b, gs + offset, xs + offset, count, lanes);
            }
            lanes.addTo(sums);
        }
        Memory.keep(d);
        Memory.keep(g);
        Memory.keep(x);
    }

    @Override
    public void write(double a, FlatVector d, double b, FlatVector g, FlatVector x, double keep, double step,
            long from, long to) {
        long end = Lanes.end(from, to, Lanes.whole(x.type()));
        long ds = Memory.address(d, from, to);
        long gs = Memory.address(g, from, to);
        long xs = Memory.address(x, from, to);
        boolean doubles = x.type() == ElementType.FLOAT64;
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            long offset = at * x.type().bytes();
            if (doubles) {
                EuclideanDoubles.write(a, ds + offset, b, gs + offset, xs + offset, keep, step, count);
            } else {
                EuclideanFloats.write(a, ds + offset, b, gs + offset, xs + offset, keep, step, count);
            }
        }
        Memory.keep(d);
        Memory.keep(g);
        Memory.keep(x);
        plain.write(a, d, b, g, x, keep, step, end, to);
    }
}
