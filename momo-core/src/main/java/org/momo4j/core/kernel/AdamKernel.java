package org.momo4j.core.kernel;

import org.momo4j.api.vector.FlatVector;

/**
 * Both passes of a step in Adam's metric over a range {@code [from, to)} of the vectors. Direction, squares and
 * preconditioned direction are formed as the type's definition says ({@link org.momo4j.core.kernel.plain.Loops#combine}, {@link AdamMetric}); both passes
 * form the same bits. Sums are double. An instance is confined to one thread.
 */
public interface AdamKernel {
    /** Pass (a): reads d, g, v and x once, and writes nothing but the sums; |d|² is ⟨d, D^-1 d⟩. */
    void sums(double a, FlatVector d, double b, FlatVector g, AdamMetric metric, FlatVector v, FlatVector x, long from,
            long to, InnerProducts sums);

    /** Pass (b): d and v become what pass (a) formed; x_i ← keep x_i − step (D^-1 d)_i. */
    void write(double a, FlatVector d, double b, FlatVector g, AdamMetric metric, FlatVector v, FlatVector x,
            double keep, double step, long from, long to);
}
