package org.momo4j.lab.run.sample;

import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Means of losses and gradients, summed in double. */
final class Accumulator {
    private final FlatVector sum;
    private double loss;
    private int count;

    Accumulator(long size) {
        sum = FlatVector.zeros(ElementType.FLOAT64, size);
    }

    void clear() {
        sum.fill(0);
        loss = 0;
        count = 0;
    }

    void add(double partLoss, FlatVector gradient) {
        loss += partLoss;
        count++;
        for (long i = 0; i < sum.size(); i++) {
            sum.set(i, sum.get(i) + gradient.get(i));
        }
    }

    /** Writes the mean gradient and returns the mean loss. */
    double mean(FlatVector gradientOut) {
        for (long i = 0; i < sum.size(); i++) {
            gradientOut.set(i, sum.get(i) / count);
        }
        return loss / count;
    }
}
