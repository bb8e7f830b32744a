package org.momo4j.core.baseline.schedulefree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.baseline.adaptive.Recordings;

/** Schedule-free methods against their authors' package, and x as what it is by definition. */
class ScheduleFreeTest {
    private static final int STEPS = 40;
    /** Three parameters in w and two in b, with twice the rate and no decay. */
    private static final ParameterLayout LAYOUT = ParameterLayout.builder().tensor("w", 3)
            .tensor("b", new ParameterGroup("b", OptionalDouble.of(0), 2), 2).build();

    private final Recordings recordings = new Recordings("free.csv");

    static Stream<Arguments> recorded() {
        return Stream.of(
                Arguments.of(new ScheduleFreeSgd(), 0.1, Map.of("beta", 0.8, "weightPower", 0.5, "weightDecay", 0.05)),
                Arguments.of(new ScheduleFreeAdamW(), 0.05,
                        Map.of("beta1", 0.8, "beta2", 0.99, "epsilon", 1e-8, "weightDecay", 0.05)));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    @DisplayName("y and x are those that the authors' package made of the same gradients")
    <P> void asTheAuthorsDo(OptimizerProvider<P> provider, double rate, Map<String, Object> values) {
        Optimizer optimizer = create(provider, values, k -> rate * Math.min(1, k / 5.0));
        FlatVector params = FlatVector.of(Recordings.start());
        FlatVector point = params.zerosLike();
        for (int k = 1; k <= STEPS; k++) {
            optimizer.step(params, FlatVector.of(recordings.values(provider.name(), "gradient", k)), 1);
            optimizer.evaluationPoint(params, point);
            assertClose("y after step " + k, recordings.params(provider.name(), k), params);
            assertClose("x after step " + k, recordings.values(provider.name(), "point", k), point);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.9, 1})
    @DisplayName("x is the weighted average of all z, and y lies between them")
    void average(double beta) {
        LearningRate rate = k -> 0.3 / Math.sqrt(1 + Math.abs(k - 10)); // rises to step 10, then falls
        Optimizer optimizer = create(new ScheduleFreeSgd(), Map.of("beta", beta, "weightPower", 1.5), rate);
        SplittableRandom random = new SplittableRandom(3);
        FlatVector params = FlatVector.of(Recordings.start());
        FlatVector point = params.zerosLike();
        double[] z = Recordings.start();
        double[] weighted = new double[5];
        double weights = 0;
        for (int k = 1; k <= 60; k++) {
            double[] gradient = random.doubles(5, -1, 1).toArray();
            optimizer.step(params, FlatVector.of(gradient), 1);
            optimizer.evaluationPoint(params, point);
            double weight = Math.pow(k, 1.5) * Math.pow(rate.at(Math.min(k, 10)), 2);
            weights += weight;
            double[] x = new double[5];
            double[] y = new double[5];
            for (int i = 0; i < 5; i++) {
                z[i] -= rate.at(k) * (i < 3 ? 1 : 2) * gradient[i];
                weighted[i] += weight * z[i];
                x[i] = weighted[i] / weights;
                y[i] = (1 - beta) * z[i] + beta * x[i];
            }
            assertClose("x after step " + k, x, point);
            assertClose("y after step " + k, y, params);
        }
    }

    @Test
    @DisplayName("rates whose weights are beyond all doubles are refused")
    void weights() {
        for (double rate : new double[]{1e-200, 1e200}) {
            Optimizer optimizer = create(new ScheduleFreeSgd(), Map.of(), k -> rate);
            FlatVector params = FlatVector.of(Recordings.start());
            assertThrows(NonFiniteStepException.class, () -> optimizer.step(params, FlatVector.of(1, 1, 1, 1, 1), 1));
            assertClose("x after a step that was refused", Recordings.start(), params);
        }
    }

    private static <P> Optimizer create(OptimizerProvider<P> provider, Map<String, Object> values, LearningRate rate) {
        return provider.create(provider.hyperParameters().read(values),
                new Setting(LAYOUT, ElementType.FLOAT64, rate, new KnownBound(0), new Random(0)));
    }

    private static void assertClose(String what, double[] expected, FlatVector actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual.get(i), 1e-12 * Math.max(1, Math.abs(expected[i])), what + ", " + i);
        }
    }
}
