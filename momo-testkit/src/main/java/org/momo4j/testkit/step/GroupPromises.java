package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.problem.Quadratic;

/** What names and places of parameters mean. */
final class GroupPromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("two groups with equal settings are one group", GroupPromises::equalGroups),
            new Promise<>("permuted parameters give the permuted result", GroupPromises::permutation));

    private static final int DIMENSION = 37;
    private static final int FIRST = 14;

    private GroupPromises() {}

    private static void equalGroups(OptimizerTrial trial) {
        // an infinite learning rate goes with no decay
        double decay = Double.isInfinite(trial.subject().learningRate().at(1)) ? 0 : 0.01;
        for (ParameterGroup group : List.of(ParameterGroup.DEFAULT,
                new ParameterGroup("a", OptionalDouble.of(decay), 0.5))) {
            ParameterGroup twin = new ParameterGroup("twin", group.weightDecay(), group.rateScale());
            Run one = Run.of(optimizer(trial, group, group), trial.zeros(DIMENSION));
            Run two = Run.of(optimizer(trial, group, twin), trial.zeros(DIMENSION));
            for (int k = 1; k <= 10; k++) {
                one.step();
                two.step();
                assertClose("x at step " + k + " with one group and with two", one.params(), two.params(),
                        trial.rounding());
            }
        }
    }

    private static Optimizer optimizer(OptimizerTrial trial, ParameterGroup first, ParameterGroup second) {
        return trial.create(ParameterLayout.builder().tensor("w", first, FIRST)
                .tensor("v", second, DIMENSION - FIRST).build(), trial.subject().lowerBound().get());
    }

    private static void permutation(OptimizerTrial trial) {
        if (!trial.subject().perCoordinate() || trial.type() == ElementType.FLOAT32) {
            return; // in float32 the gradients themselves are rounded differently
        }
        int[] place = new int[DIMENSION];
        Arrays.setAll(place, i -> (11 * i + 5) % DIMENSION);
        Quadratic quadratic = Quadratic.of(DIMENSION, 10, 3);
        Run plain = new Run(trial.create(DIMENSION), quadratic, trial.zeros(DIMENSION)).steps(20);
        Run permuted = new Run(trial.create(DIMENSION), quadratic.permuted(place), trial.zeros(DIMENSION)).steps(20);
        FlatVector back = trial.zeros(DIMENSION);
        for (int i = 0; i < DIMENSION; i++) {
            back.set(i, permuted.params().get(place[i]));
        }
        assertClose("x after 20 steps, and permuted", plain.params(), back, 1e-12);
    }

    /** Fails unless the elements differ by no more than this part of the largest. */
    static void assertClose(String what, FlatVector expected, FlatVector actual, double relative) {
        double scale = Arrays.stream(expected.toArray()).map(Math::abs).max().orElseThrow();
        for (long i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), relative * scale, what + ": element " + i);
        }
    }
}
