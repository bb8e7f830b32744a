package org.momo4j.testkit.step;

import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;

/**
 * scale · f + constant: the same problem in other units.
 *
 * @param objective f
 * @param scale     positive
 * @param constant  added to every loss
 */
record AffineObjective(Objective objective, double scale, double constant) implements Objective {
    @Override
    public ParameterLayout layout() {
        return objective.layout();
    }

    @Override
    public int samples() {
        return objective.samples();
    }

    @Override
    public void start(long seed, FlatVector params) {
        objective.start(seed, params);
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        double loss = objective.lossAndGradient(at, batch, gradientOut);
        for (long i = 0; i < gradientOut.size(); i++) {
            gradientOut.set(i, scale * gradientOut.get(i));
        }
        return scale * loss + constant;
    }

    @Override
    public Evaluation evaluate(FlatVector at) {
        return Evaluation.of(scale * objective.evaluate(at).loss() + constant);
    }
}
