package org.momo4j.core.baseline.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;

/** The classical methods against implementations by others, and AdaBound against its paper's loop. */
class AdaptiveMethodsTest {
    private final Recordings recordings = new Recordings();

    static Stream<Arguments> recorded() {
        return Stream.of(
                Arguments.of(new RmsProp(), 0.01, Map.of("beta2", 0.99, "epsilon", 1e-8, "weightDecay", 0.05)),
                Arguments.of(new AdaGrad(), 0.1, Map.of("epsilon", 1e-10, "weightDecay", 0.05)),
                Arguments.of(new AmsGrad(), 0.01, Map.of("beta1", 0.9, "beta2", 0.99, "epsilon", 1e-8)),
                Arguments.of(new AdaBelief(), 0.01, Map.of("beta1", 0.9, "beta2", 0.99, "epsilon", 1e-8)),
                Arguments.of(new Yogi(), 0.01, Map.of("beta1", 0.9, "beta2", 0.99, "epsilon", 1e-3)));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    @DisplayName("the iterates are those that torch or optax made of the same gradients")
    <P> void asOthersDo(OptimizerProvider<P> provider, double rate, Map<String, Object> values) {
        Optimizer optimizer = create(provider, rate, values);
        FlatVector params = FlatVector.of(Recordings.start());
        for (int k = 1; k <= Recordings.STEPS; k++) {
            optimizer.step(params, FlatVector.of(recordings.gradient(k)), 1);
            double[] expected = recordings.params(provider.name(), k);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], params.get(i), 1e-12 * Math.max(1, Math.abs(expected[i])),
                        provider.name() + ", x_" + i + " after step " + k);
            }
        }
    }

    @Test
    @DisplayName("AdaBound: m_k times Adam's rate, clipped between the bounds of the paper")
    void adaBound() {
        Optimizer optimizer = create(new AdaBound(), 0.05,
                Map.of("beta1", 0.9, "beta2", 0.99, "epsilon", 1e-8, "finalRate", 0.2, "gamma", 0.1));
        double[] x = Recordings.start();
        FlatVector params = FlatVector.of(x);
        double[] m = new double[x.length];
        double[] v = new double[x.length];
        for (int k = 1; k <= Recordings.STEPS; k++) {
            double[] g = recordings.gradient(k);
            double lower = 0.2 - 0.2 / (0.1 * k + 1);
            double upper = 0.2 + 0.2 / (0.1 * k);
            for (int i = 0; i < x.length; i++) {
                m[i] = 0.9 * m[i] + 0.1 * g[i];
                v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
                double rate = 0.05 / (1 - Math.pow(0.9, k)) / (Math.sqrt(v[i] / (1 - Math.pow(0.99, k))) + 1e-8);
                x[i] -= Math.clamp(rate, lower, upper) * m[i];
            }
            optimizer.step(params, FlatVector.of(g), 1);
            for (int i = 0; i < x.length; i++) {
                assertEquals(x[i], params.get(i), 1e-13 * Math.max(1, Math.abs(x[i])), "x_" + i + " after step " + k);
            }
        }
    }

    private static <P> Optimizer create(OptimizerProvider<P> provider, double rate, Map<String, Object> values) {
        return provider.create(provider.hyperParameters().read(values), new Setting(ParameterLayout.flat(5),
                ElementType.FLOAT64, k -> rate, new KnownBound(0), new Random(0)));
    }
}
