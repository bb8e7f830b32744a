package org.momo4j.testkit.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.ConstantBound;
import org.momo4j.testkit.Promise;

/** Steps against the problem that they solve. */
final class TruncatedModelPromises {
    static final List<Promise<TruncatedModelSubject>> ALL = List.of(
            new Promise<>("every step minimises the truncated model plus proximal term and decay, cap far away",
                    subject -> minimises(subject, 100)),
            new Promise<>("every step minimises the truncated model plus proximal term and decay, cap near",
                    subject -> minimises(subject, 0.02)));

    private static final int DIMENSION = 5;
    private static final int STEPS = 30;
    private static final int NEIGHBOURS = 300;
    private static final double BOUND = -0.3;

    private TruncatedModelPromises() {}

    private static void minimises(TruncatedModelSubject subject, double rate) {
        SplittableRandom random = new SplittableRandom(1);
        Optimizer optimizer = subject.create().apply(new Setting(ParameterLayout.flat(DIMENSION), ElementType.FLOAT64,
                k -> rate, new ConstantBound(BOUND), random.split()));
        FlatVector params = FlatVector.of(gaussian(random));
        AveragedModel model = new AveragedModel(subject.averaging(), DIMENSION);
        for (int k = 1; k <= STEPS; k++) {
            double[] before = params.toArray();
            double[] gradient = gaussian(random);
            double loss = 2 * random.nextDouble();
            model.observe(loss, gradient, before);
            optimizer.step(params, FlatVector.of(gradient), loss);
            ProximalProblem problem = new ProximalProblem(model, BOUND, before, rate, subject.weightDecay());
            double reached = problem.value(params.toArray());
            for (int i = 0; i < NEIGHBOURS; i++) {
                double[] other = params.toArray();
                double scale = Math.pow(10, random.nextDouble(-5, 0));
                for (int j = 0; j < DIMENSION; j++) {
                    other[j] += scale * random.nextGaussian();
                }
                double better = problem.value(other);
                assertTrue(reached <= better + 1e-11 * (1 + Math.abs(reached)),
                        "step " + k + " reached " + reached + ", but " + better + " lies nearby");
            }
        }
    }

    private static double[] gaussian(SplittableRandom random) {
        return random.doubles(DIMENSION).map(u -> random.nextGaussian()).toArray();
    }
}
