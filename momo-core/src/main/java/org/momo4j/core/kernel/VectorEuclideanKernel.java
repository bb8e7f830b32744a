package org.momo4j.core.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * Explicit vectors of doubles. What does not fill a vector, and all float32, is left to the
 * {@link PlainEuclideanKernel}. Sums are formed in blocks; lanes and blocks are added in index order.
 */
final class VectorEuclideanKernel implements EuclideanKernel {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    /**
     * Elements a call of an inner loop, a multiple of any number of lanes. Many short calls rather than one long loop: a
     * loop that is compiled in the middle of its first run stays three times slower for ever.
     */
    private static final int BLOCK = 2048;

    private final EuclideanKernel plain = new PlainEuclideanKernel();
    private final double[] lanes = new double[4 * LANES];

    @Override
    public void sums(double a, FlatVector d, double b, FlatVector g, FlatVector x, long from, long to,
            EuclideanSums sums) {
        long end = vectorised(x, from, to);
        plain.sums(a, d, b, g, x, end, to, sums);
        for (long at = from; at < end; at += BLOCK) {
            block(a, d.segment(), b, g.segment(), x.segment(), at * Double.BYTES, count(at, end));
            sums.set(sums.gradientDotParams() + lanes(0), sums.directionDotParams() + lanes(1),
                    sums.absoluteDirectionDotParams() + lanes(2), sums.directionNormSquared() + lanes(3));
        }
    }

    private static int count(long at, long end) {
        return (int) Math.min(BLOCK, end - at);
    }

    /** Up to where whole vectors go: nowhere for float32, which has no vector kernel yet. */
    private static long vectorised(FlatVector x, long from, long to) {
        return x.type() == ElementType.FLOAT64 ? from + (to - from) / LANES * LANES : from;
    }

    /** The sums of one block, lane by lane. */
    private void block(double a, MemorySegment d, double b, MemorySegment g, MemorySegment x, long offset, int count) {
        DoubleVector gx = DoubleVector.zero(DOUBLES);
        DoubleVector dx = gx;
        DoubleVector absoluteDx = gx;
        DoubleVector dd = gx;
        for (int i = 0; i < count; i += LANES) {
            long at = offset + (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, g, at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, x, at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, d, at, ORDER).mul(a).add(gi.mul(b));
            DoubleVector product = di.mul(xi);
            gx = gx.add(gi.mul(xi));
            dx = dx.add(product);
            absoluteDx = absoluteDx.add(product.abs());
            dd = dd.add(di.mul(di));
        }
        // through memory rather than lane by lane: vectors that leave the loop would be boxed where it is not inlined
        gx.intoArray(lanes, 0);
        dx.intoArray(lanes, LANES);
        absoluteDx.intoArray(lanes, 2 * LANES);
        dd.intoArray(lanes, 3 * LANES);
    }

    /** Lanes in index order, since {@code reduceLanes} gives different last bits in different compilation states. */
    private double lanes(int vector) {
        double sum = 0;
        for (int i = vector * LANES; i < (vector + 1) * LANES; i++) {
            sum += lanes[i];
        }
        return sum;
    }

    @Override
    public void write(double a, FlatVector d, double b, FlatVector g, FlatVector x, double keep, double step,
            double divisor,
            long from, long to) {
        long end = vectorised(x, from, to);
        for (long at = from; at < end; at += BLOCK) {
            writeBlock(a, d.segment(), b, g.segment(), x.segment(), keep, step, divisor, at * Double.BYTES,
                    count(at, end));
        }
        plain.write(a, d, b, g, x, keep, step, divisor, end, to);
    }

    private static void writeBlock(double a, MemorySegment d, double b, MemorySegment g, MemorySegment x, double keep,
            double step, double divisor, long offset, int count) {
        for (int i = 0; i < count; i += LANES) {
            long at = offset + (long) i * Double.BYTES;
            DoubleVector gi = DoubleVector.fromMemorySegment(DOUBLES, g, at, ORDER);
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, x, at, ORDER);
            DoubleVector di = DoubleVector.fromMemorySegment(DOUBLES, d, at, ORDER).mul(a).add(gi.mul(b));
            di.intoMemorySegment(d, at, ORDER);
            xi.mul(keep).sub(di.mul(step)).div(divisor).intoMemorySegment(x, at, ORDER);
        }
    }
}
