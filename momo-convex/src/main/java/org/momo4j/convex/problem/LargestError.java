package org.momo4j.convex.problem;

import org.momo4j.api.vector.FlatVector;

/**
 * max_i |x_i − y_i| and where it is, at the speed of memory: one pass keeps the maximum of every block, and the place is
 * then looked for in the first block that reached it.
 */
final class LargestError {
    private static final int BLOCK = 1024;

    private final double[] target;
    private final double[] maxima;
    private final BlockMaximum block = BlockMaximum.best();

    LargestError(double[] target) {
        this.target = target;
        maxima = new double[(target.length + BLOCK - 1) / BLOCK];
    }

    /** The maximum; NaN if an x_i is. */
    double value(FlatVector x) {
        FlatVector.requireSame("point", x, x.type(), target.length);
        double largest = 0;
        for (int i = 0; i < maxima.length; i++) {
            maxima[i] = block.of(x, target, i * BLOCK, Math.min((i + 1) * BLOCK, target.length));
            largest = Math.max(largest, maxima[i]);
        }
        return largest;
    }

    /** The lowest index that has the maximum which {@link #value} has just found; 0 for NaN. */
    int index(FlatVector x, double largest) {
        for (int i = 0; i < maxima.length; i++) {
            if (maxima[i] == largest) {
                int j = i * BLOCK;
                while (Math.abs(x.get(j) - target[j]) != largest) {
                    j++;
                }
                return j;
            }
        }
        return 0;
    }
}
