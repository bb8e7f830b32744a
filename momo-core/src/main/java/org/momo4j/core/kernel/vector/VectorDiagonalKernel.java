package org.momo4j.core.kernel.vector;

import java.util.List;
import org.momo4j.api.method.MetricBlock;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.DiagonalKernel;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.plain.PlainDiagonalKernel;

/** Explicit vectors. What does not fill a vector is left to the {@link PlainDiagonalKernel}. */
public final class VectorDiagonalKernel implements DiagonalKernel {
    private final PlainDiagonalKernel plain = new PlainDiagonalKernel();
    private final Lanes lanes = new Lanes();

    @Override
    public void load(double a, FlatVector d, double b, FlatVector g, List<FlatVector> statistics, MetricBlock block,
            long at) {
        int whole = whole(block);
        plain.load(a, d, b, g, statistics, block, at, whole);
        long offset = at * d.type().bytes();
        long ds = Memory.address(d, at, at + block.count()) + offset;
        long gs = Memory.address(g, at, at + block.count()) + offset;
        if (d.type() == ElementType.FLOAT64) {
            DiagonalDoubles.load(a, ds, b, gs, block, whole);
        } else {
            DiagonalFloats.load(a, ds, b, gs, block, whole);
        }
        Memory.keep(d);
        Memory.keep(g);
        for (int j = 0; j < statistics.size(); j++) {
            load(statistics.get(j), block.statistic(j), at, block.count(), whole);
        }
    }

    @Override
    public void sums(MetricBlock block, FlatVector x, FlatVector preconditioned, long at, InnerProducts sums) {
        int whole = whole(block);
        if (whole < block.count() || !sound(block, x.type())) {
            block.requireSound(x.type());
        }
        plain.sums(block, x, preconditioned, at, whole, sums);
        long offset = at * x.type().bytes();
        long xs = Memory.address(x, at, at + block.count()) + offset;
        long ps = Memory.address(preconditioned, at, at + block.count()) + offset;
        if (x.type() == ElementType.FLOAT64) {
            DiagonalDoubles.sums(block, xs, ps, whole, lanes);
        } else {
            DiagonalFloats.sums(block, xs, ps, whole, lanes);
        }
        Memory.keep(x);
        Memory.keep(preconditioned);
        lanes.addTo(sums);
    }

    private static boolean sound(MetricBlock block, ElementType type) {
        boolean sound = Soundness.positive(block.diagonal(), type, block.count());
        for (int j = 0; j < block.statistics(); j++) {
            sound &= Soundness.finite(block.statistic(j), type, block.count());
        }
        return sound;
    }

    @Override
    public void store(MetricBlock block, List<FlatVector> candidates, long at) {
        int whole = whole(block);
        plain.store(block, candidates, at, whole);
        for (int j = 0; j < candidates.size(); j++) {
            store(block.statistic(j), candidates.get(j), at, block.count(), whole);
        }
    }

    private static void load(FlatVector from, double[] to, long at, int count, int whole) {
        long address = Memory.address(from, at, at + count) + at * from.type().bytes();
        if (from.type() == ElementType.FLOAT64) {
            DiagonalDoubles.load(address, to, whole);
        } else {
            DiagonalFloats.load(address, to, whole);
        }
        Memory.keep(from);
    }

    private static void store(double[] from, FlatVector to, long at, int count, int whole) {
        long address = Memory.address(to, at, at + count) + at * to.type().bytes();
        if (to.type() == ElementType.FLOAT64) {
            DiagonalDoubles.store(from, address, whole);
        } else {
            DiagonalFloats.store(from, address, whole);
        }
        Memory.keep(to);
    }

    /** Elements of the whole vectors of a block. */
    private static int whole(MetricBlock block) {
        return block.count() / Lanes.COUNT * Lanes.COUNT;
    }
}
