package org.momo4j.nn.task;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.bounds.KnownBound;
import org.momo4j.convex.sampling.DrawnSample;
import org.momo4j.convex.sampling.Shuffled;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * What came of MoMo with learning rate 1 and bound 0.
 *
 * @param losses of all batches
 * @param before the first step
 * @param after  the last
 */
record Trained(List<Double> losses, Evaluation before, Evaluation after) {
    static Trained of(Objective objective, int batchSize, long steps, long seed) {
        FlatVector params = FlatVector.zeros(ElementType.FLOAT32, objective.layout().size());
        objective.start(seed, params);
        Evaluation before = objective.evaluate(params);
        Optimizer momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, new Setting(objective.layout(), ElementType.FLOAT32, k -> 1, new KnownBound(0),
                        new SplittableRandom(0)));
        DrawnSample sample = new DrawnSample(objective, new Shuffled(objective.samples(), batchSize, seed),
                params.zerosLike());
        List<Double> losses = new ArrayList<>();
        for (long k = 0; k < steps; k++) {
            sample.draw(params);
            losses.add(sample.loss());
            momo.step(params, sample);
        }
        return new Trained(losses, before, objective.evaluate(params));
    }
}
