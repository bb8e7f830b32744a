package org.momo4j.core.kernel;

import org.momo4j.api.vector.FlatVector;

/**
 * The linear algebra of a step in any metric, over a range {@code [from, to)} of the vectors, as
 * {@link org.momo4j.core.kernel.plain.Loops} defines it. Sums are double. An instance is confined to one thread.
 */
public interface LinearKernel {
    /** out_i = α x_i + β y_i; {@code out} may be one of the others. */
    void combine(double alpha, FlatVector x, double beta, FlatVector y, FlatVector out, long from, long to);

    /** The inner products of a step along d, whose preconditioned direction is p; p may be d. Writes nothing but the sums. */
    void sums(FlatVector g, FlatVector d, FlatVector p, FlatVector x, long from, long to, InnerProducts sums);

    /** x_i ← keep x_i − step p_i. */
    void move(FlatVector x, double keep, double step, FlatVector p, long from, long to);
}
