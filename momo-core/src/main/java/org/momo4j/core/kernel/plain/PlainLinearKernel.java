package org.momo4j.core.kernel.plain;

import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.LinearKernel;

/** The {@link Loops} themselves. */
public final class PlainLinearKernel implements LinearKernel {
    @Override
    public void combine(double alpha, FlatVector x, double beta, FlatVector y, FlatVector out, long from, long to) {
        Loops.combine(alpha, x, beta, y, out, from, to);
    }

    @Override
    public void sums(FlatVector g, FlatVector d, FlatVector p, FlatVector x, long from, long to, InnerProducts sums) {
        Loops.sums(g, d, p, x, from, to, sums);
    }

    @Override
    public void move(FlatVector x, double keep, double step, FlatVector p, long from, long to) {
        Loops.move(x, keep, step, p, from, to);
    }
}
