package org.momo4j.convex.problem;

import org.momo4j.api.vector.FlatVector;

/** A plain loop: the definition, and what runs where explicit vectors cannot. */
final class PlainMaximum implements BlockMaximum {
    @Override
    public double of(FlatVector x, double[] target, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(x.get(i) - target[i]));
        }
        return largest;
    }
}
