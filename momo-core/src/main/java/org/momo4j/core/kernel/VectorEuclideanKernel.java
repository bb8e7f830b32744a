package org.momo4j.core.kernel;

import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * Explicit vectors, block by block. What does not fill a vector is left to the {@link PlainEuclideanKernel}. Lanes and
 * blocks are added in index order.
 */
final class VectorEuclideanKernel implements EuclideanKernel {
    private final EuclideanKernel plain = new PlainEuclideanKernel();
    private final Lanes lanes = new Lanes();

    @Override
    public void sums(double a, FlatVector d, double b, FlatVector g, FlatVector x, long from, long to,
            InnerProducts sums) {
        long end = Lanes.end(from, to, Lanes.COUNT);
        plain.sums(a, d, b, g, x, end, to, sums);
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            if (x.type() == ElementType.FLOAT64) {
                EuclideanDoubles.sums(a, d.segment(), b, g.segment(), x.segment(), at * Double.BYTES, count, lanes);
            } else {
                EuclideanFloats.sums(a, d.segment(), b, g.segment(), x.segment(), at * Float.BYTES, count, lanes);
            }
            lanes.addTo(sums);
        }
    }

    @Override
    public void write(double a, FlatVector d, double b, FlatVector g, FlatVector x, double keep, double step,
            long from, long to) {
        long end = Lanes.end(from, to, Lanes.whole(x.type()));
        for (long at = from; at < end; at += Lanes.BLOCK) {
            int count = Lanes.count(at, end);
            if (x.type() == ElementType.FLOAT64) {
                EuclideanDoubles.write(a, d.segment(), b, g.segment(), x.segment(), keep, step,
                        at * Double.BYTES, count);
            } else {
                EuclideanFloats.write(a, d.segment(), b, g.segment(), x.segment(), keep, step,
                        at * Float.BYTES, count);
            }
        }
        plain.write(a, d, b, g, x, keep, step, end, to);
    }
}
