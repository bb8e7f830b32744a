package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.problem.InterpolatingQuadratic;
import org.momo4j.testkit.problem.Quadratic;

/** Where the steps lead. */
final class ValuePromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("halves the gap of a convex quadratic within 1000 steps", ValuePromises::descends),
            new Promise<>("halves the loss of a quadratic that interpolates, batch by batch",
                    ValuePromises::descendsByBatches),
            new Promise<>("zero gradients from the start: nothing moves but by a common decay",
                    ValuePromises::zeroGradient),
            new Promise<>("zero gradients move nothing in a group without decay", ValuePromises::groupWithoutDecay),
            new Promise<>("computes in its element type", ValuePromises::elementType));

    private static final int DIMENSION = 24;
    private static final int STEPS = 1000;

    private ValuePromises() {}

    private static void descends(OptimizerTrial trial) {
        descends(trial, Quadratic.of(DIMENSION, 10, 1));
    }

    private static void descendsByBatches(OptimizerTrial trial) {
        descends(trial, InterpolatingQuadratic.of(50, DIMENSION, 1));
    }

    private static void descends(OptimizerTrial trial, Objective objective) {
        Run run = new Run(trial.create(DIMENSION), objective, trial.zeros(DIMENSION));
        double first = objective.evaluate(run.params()).loss();
        run.steps(STEPS);
        FlatVector judged = trial.zeros(DIMENSION);
        run.optimizer().evaluationPoint(run.params(), judged);
        double last = objective.evaluate(judged).loss();
        assertTrue(last <= first / 2, "the loss was " + first + " at the start and is " + last
                + ", the optimal value is 0");
    }

    private static void zeroGradient(OptimizerTrial trial) {
        FlatVector params = someParams(trial);
        double[] before = params.toArray();
        walkWithoutGradient(trial, ParameterLayout.flat(DIMENSION), params);
        double common = params.get(0) / before[0];
        assertTrue(common > 0 && common <= 1 + tolerance(trial), "decay multiplied x_0 by " + common);
        for (int i = 0; i < DIMENSION; i++) {
            assertEquals(common * before[i], params.get(i), tolerance(trial) * Math.abs(before[i]), "x_" + i);
        }
    }

    private static void groupWithoutDecay(OptimizerTrial trial) {
        FlatVector params = someParams(trial);
        double[] before = params.toArray();
        ParameterLayout layout = ParameterLayout.builder().tensor("w", 10)
                .tensor("b", ParameterGroup.withoutDecay("bias"), DIMENSION - 10).build();
        walkWithoutGradient(trial, layout, params);
        for (int i = 10; i < DIMENSION; i++) {
            assertEquals(before[i], params.get(i), tolerance(trial) * Math.abs(before[i]), "x_" + i);
        }
    }

    private static void walkWithoutGradient(OptimizerTrial trial, ParameterLayout layout, FlatVector params) {
        Optimizer optimizer = trial.create(layout, trial.subject().lowerBound().get());
        FlatVector zero = params.zerosLike();
        for (int k = 1; k <= 10; k++) {
            optimizer.step(params, new FlatSample(k % 2, zero)); // a loss of 0: at the bound, 0/0 for the careless
        }
    }

    private static FlatVector someParams(OptimizerTrial trial) {
        FlatVector params = trial.zeros(DIMENSION);
        Quadratic.of(DIMENSION, 10, 1).start(0, params);
        return params;
    }

    /** Methods that interpolate between equal points may round. */
    private static double tolerance(OptimizerTrial trial) {
        return 10 * trial.rounding();
    }

    private static void elementType(OptimizerTrial trial) {
        double[] single = after(trial.in(ElementType.FLOAT32));
        double[] twice = after(trial.in(ElementType.FLOAT64));
        double scale = Arrays.stream(twice).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < DIMENSION; i++) {
            assertEquals(twice[i], single[i], 1e-4 * scale, "x_" + i + " in float32 and in float64");
        }
        long rounded = Arrays.stream(twice).filter(x -> (float) x == x).count();
        assertTrue(rounded <= DIMENSION / 2, rounded + " of " + DIMENSION
                + " float64 parameters are float32 numbers: something rounds to float32");
    }

    private static double[] after(OptimizerTrial trial) {
        return new Run(trial.create(DIMENSION), Quadratic.of(DIMENSION, 10, 1), trial.zeros(DIMENSION)).steps(5)
                .params().toArray();
    }
}
