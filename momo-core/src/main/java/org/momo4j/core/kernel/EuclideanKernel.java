package org.momo4j.core.kernel;

import org.momo4j.api.vector.FlatVector;

/**
 * Both passes of a step with D = I over a range {@code [from, to)} of the vectors. The direction-to-be is a d + b g as
 * {@link org.momo4j.core.kernel.plain.Loops#combine} forms it; both passes form the same bits. Sums are double. An instance is confined to one thread.
 */
public interface EuclideanKernel {
    /** Pass (a): reads d, g and x once, and writes nothing but the sums. */
    void sums(double a, FlatVector d, double b, FlatVector g, FlatVector x, long from, long to, InnerProducts sums);

    /** Pass (b): d_i ← a d_i + b g_i, then x_i ← keep x_i − step d_i with the d_i that was stored. */
    void write(double a, FlatVector d, double b, FlatVector g, FlatVector x, double keep, double step, long from,
            long to);
}
