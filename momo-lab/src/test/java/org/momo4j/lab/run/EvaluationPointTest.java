package org.momo4j.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.sampling.Sampler;
import org.momo4j.convex.sampling.Shuffled;
import org.momo4j.lab.experiment.RunPlan;

/** A method that is judged elsewhere than it trains: its results are those of the point that it names. */
class EvaluationPointTest {
    private static final double RATE = 0.3;
    private static final double BETA = 0.9;

    @Test
    @DisplayName("schedule-free SGD takes gradients at y and is judged at x, the average of z")
    void isJudgedAtItsEvaluationPoint() throws NotApplicableException {
        Assembly assembly = new Assembly(Plans.installed());
        RunPlan plan = Plans.plan("run", "schedule-free-sgd", RATE, 5, Plans.training(3));
        Map<Long, Double> losses = new LinkedHashMap<>();
        TrainingLoop loop = new TrainingLoop(plan, assembly.of(plan), new Stopwatch(), new RunListener() {
            @Override
            public void evaluated(long k, Map<String, Double> metrics) {
                losses.put(k, metrics.get("train_loss"));
            }
        });
        boolean over = loop.begin().isPresent();
        while (!over) {
            over = loop.step().isPresent();
        }

        Objective objective = assembly.of(plan).objective();
        Sampler sampler = new Shuffled(200, 20, 5);
        FlatVector y = FlatVector.zeros(ElementType.FLOAT64, 10); // y_1 = z_1 = 0
        FlatVector x = y.copy();
        FlatVector gradient = y.zerosLike();
        double[] z = new double[10];
        double[] sum = new double[10];
        for (long k = 1; k <= 30; k++) {
            objective.lossAndGradient(y, sampler.next(), gradient);
            for (int i = 0; i < 10; i++) {
                z[i] -= RATE * gradient.get(i);
                sum[i] += z[i];
                x.set(i, sum[i] / k);
                y.set(i, (1 - BETA) * z[i] + BETA * x.get(i));
            }
            if (losses.containsKey(k)) {
                double loss = objective.evaluate(x).loss();
                assertEquals(loss, losses.get(k), 1e-12 * loss, "training loss after step " + k);
                assertTrue(Math.abs(objective.evaluate(y).loss() - loss) > 1e-6 * loss, "x and y cannot be told apart");
            }
        }
        assertEquals(4, losses.size(), "evaluated at the start and after each of 3 epochs");
    }
}
