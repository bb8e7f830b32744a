package org.momo4j.lab.run.sample;

import java.util.Set;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.sampling.Sampler;

/**
 * The sample of a step: loss and gradient averaged over one or more batches, the gradient clipped; one object, refilled.
 *
 * <p>
 * Clipping with the factor c = min(1, limit/|g|) multiplies the function of the step: a method that works with losses is given
 * loss and gradient as they are and the weight c, which scales loss, gradient, inner product and bound alike (MATH.md section
 * 2). A method that needs no loss knows of no such weight, and is given c g.
 */
public final class TrainingSample implements Sample {
    private final Objective objective;
    private final Sampler sampler;
    private final JoinedBatch joined;
    private final Clipping clipping;
    private final boolean weighted;
    private final FlatVector gradient;
    private final Accumulator accumulator;
    private double loss = Double.NaN;
    private double weight = 1;

    /**
     * A sample that nothing was drawn for yet.
     *
     * @param objective  what is sampled
     * @param sampler    draws batches
     * @param accumulate batches a step, at least 1
     * @param clip       the largest norm of a gradient; infinity for none
     * @param needs      of the method
     * @param gradient   room for the gradient, of the size and type of the parameters
     */
    public TrainingSample(Objective objective, Sampler sampler, int accumulate, double clip, Set<Need> needs,
            FlatVector gradient) {
        this.objective = objective;
        this.sampler = sampler;
        this.gradient = gradient;
        joined = new JoinedBatch(accumulate);
        clipping = new Clipping(clip);
        weighted = needs.contains(Need.LOSS);
        accumulator = new Accumulator(accumulate > 1 ? gradient.size() : 0);
    }

    /** Draws s_k, and evaluates loss and gradient at x_k. */
    public void draw(FlatVector params) {
        joined.draw(sampler);
        loss = evaluate(params, gradient);
        weight = clipping.factor(gradient);
        if (!weighted && weight < 1) {
            Clipping.scale(gradient, weight);
            weight = 1;
        }
    }

    private double evaluate(FlatVector point, FlatVector gradientOut) {
        if (joined.parts().size() == 1) {
            return objective.lossAndGradient(point, joined.parts().getFirst(), gradientOut);
        }
        accumulator.clear();
        for (Batch part : joined.parts()) {
            double partLoss = objective.lossAndGradient(point, part, gradientOut);
            accumulator.add(partLoss, gradientOut);
        }
        return accumulator.mean(gradientOut);
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
        return joined;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double at(FlatVector point, FlatVector gradientOut) {
        double value = evaluate(point, gradientOut);
        if (!weighted) {
            Clipping.scale(gradientOut, clipping.factor(gradientOut));
        }
        return value;
    }
}
