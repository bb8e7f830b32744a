package org.momo4j.testkit.step;

import org.momo4j.api.objective.Batch;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;

/**
 * A function that has the same loss and gradient everywhere. Serves every need, and allocates nothing.
 *
 * @param loss     its loss
 * @param gradient its gradient
 */
record FlatSample(double loss, FlatVector gradient) implements Sample {
    private static final Batch FIRST = Batch.all(1);

    @Override
    public Batch batch() {
        return FIRST;
    }

    @Override
    public double at(FlatVector point, FlatVector gradientOut) {
        gradientOut.copyFrom(gradient);
        return loss;
    }
}
