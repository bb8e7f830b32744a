package org.momo4j.convex.sampling;

import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;

/** The sample of a step: f(., s_k) of an objective, with s_k drawn anew for every step; one object, refilled. */
public final class DrawnSample implements Sample {
    private final Objective objective;
    private final Sampler batches;
    private final FlatVector gradient;
    private Batch batch = Batch.unknown();
    private double loss = Double.NaN;

    /**
     * A sample that nothing was drawn for yet.
     *
     * @param objective what is sampled
     * @param batches   draws s_k
     * @param gradient  room for the gradient, of the size and type of the parameters
     */
    public DrawnSample(Objective objective, Sampler batches, FlatVector gradient) {
        this.objective = objective;
        this.batches = batches;
        this.gradient = gradient;
    }

    /** Draws s_k, and evaluates loss and gradient at x_k. */
    public void draw(FlatVector params) {
        batch = batches.next();
        loss = objective.lossAndGradient(params, batch, gradient);
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public FlatVector gradient() {
        return gradient;
    }

    @Override
    public Batch batch() {
        return batch;
    }

    @Override
    public double at(FlatVector point, FlatVector gradientOut) {
        return objective.lossAndGradient(point, batch, gradientOut);
    }
}
