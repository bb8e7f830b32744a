package org.momo4j.core.kernel.plain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.momo4j.api.method.MetricBlock;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.DiagonalKernel;
import org.momo4j.core.kernel.FloatUpdates;
import org.momo4j.core.kernel.InnerProducts;

/**
 * Plain loops: the definition of a {@link DiagonalKernel}, and what runs where explicit vectors cannot. Sums run in index
 * order. The methods with a {@code first} do the elements of the block from there on.
 */
public final class PlainDiagonalKernel implements DiagonalKernel {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

    @Override
    public void load(double a, FlatVector d, double b, FlatVector g, List<FlatVector> statistics, MetricBlock block,
            long at) {
        load(a, d, b, g, statistics, block, at, 0);
    }

    /** Part of a {@link #load}. */
    public void load(double a, FlatVector d, double b, FlatVector g, List<FlatVector> statistics, MetricBlock block,
            long at, int first) {
        int count = block.count();
        double[] gradient = block.gradient();
        double[] direction = block.direction();
        for (int i = first; i < count; i++) {
            gradient[i] = g.get(at + i);
        }
        if (d.type() == ElementType.FLOAT64) {
            MemorySegment ds = d.segment();
            for (int i = first; i < count; i++) {
                direction[i] = a * ds.getAtIndex(DOUBLE, at + i) + b * gradient[i];
            }
        } else {
            direct(a, d.segment(), b, g.segment(), direction, at, first, count);
        }
        for (int j = 0; j < statistics.size(); j++) {
            FlatVector statistic = statistics.get(j);
            double[] old = block.statistic(j);
            for (int i = first; i < count; i++) {
                old[i] = statistic.get(at + i);
            }
        }
    }

    private static void direct(double a, MemorySegment ds, double b, MemorySegment gs, double[] direction, long at,
            int first, int count) {
        float extra = FloatUpdates.extra(a, b);
        float part = FloatUpdates.part(a, b);
        boolean gradientLeads = FloatUpdates.secondLeads(a, b);
        MemorySegment lead = gradientLeads ? gs : ds;
        MemorySegment other = gradientLeads ? ds : gs;
        for (int i = first; i < count; i++) {
            direction[i] = FloatUpdates.average(extra, lead.getAtIndex(FLOAT, at + i), part,
                    other.getAtIndex(FLOAT, at + i));
        }
    }

    @Override
    public void sums(MetricBlock block, FlatVector x, FlatVector preconditioned, long at, InnerProducts sums) {
        block.requireSound(x.type());
        sums(block, x, preconditioned, at, 0, sums);
    }

    /** Part of {@link #sums}, of a block that is sound. */
    public void sums(MetricBlock block, FlatVector x, FlatVector preconditioned, long at, int first,
            InnerProducts sums) {
        boolean floats = x.type() == ElementType.FLOAT32;
        double[] gradient = block.gradient();
        double[] direction = block.direction();
        double[] diagonal = block.diagonal();
        double gx = 0;
        double dx = 0;
        double absoluteDx = 0;
        double dd = 0;
        for (int i = first; i < block.count(); i++) {
            double params = x.get(at + i);
            double product = direction[i] * params;
            double p = floats ? (float) direction[i] / (float) diagonal[i] : direction[i] / diagonal[i];
            preconditioned.set(at + i, p);
            gx += gradient[i] * params;
            dx += product;
            absoluteDx += Math.abs(product);
            dd += direction[i] * p;
        }
        sums.add(gx, dx, absoluteDx, dd);
    }

    @Override
    public void store(MetricBlock block, List<FlatVector> candidates, long at) {
        store(block, candidates, at, 0);
    }

    /** Part of a {@link #store}. */
    public void store(MetricBlock block, List<FlatVector> candidates, long at, int first) {
        for (int j = 0; j < candidates.size(); j++) {
            FlatVector candidate = candidates.get(j);
            double[] formed = block.statistic(j);
            for (int i = first; i < block.count(); i++) {
                candidate.set(at + i, formed[i]);
            }
        }
    }
}
