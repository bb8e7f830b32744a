package org.momo4j.core.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
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
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.baseline.adaptive.Recordings;

/** Methods without an adaptive step size against implementations by others. */
class ClassicalMethodsTest {
    private final Recordings recordings = new Recordings("classical.csv");

    static Stream<Arguments> recorded() {
        return Stream.of(Arguments.of(new Sgd(), Map.of("weightDecay", 0.05)),
                Arguments.of(new Nesterov(), Map.of("beta", 0.9, "weightDecay", 0.05)),
                Arguments.of(new AdamW(), Map.of("beta1", 0.9, "beta2", 0.99, "epsilon", 1e-8, "weightDecay", 0.05)),
                Arguments.of(new Lion.Provider(), Map.of("beta1", 0.9, "beta2", 0.99, "weightDecay", 0.05)));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    @DisplayName("the iterates are those that torch or optax made of the same gradients")
    <P> void asOthersDo(OptimizerProvider<P> provider, Map<String, Object> values) {
        Optimizer optimizer = create(provider, values, ParameterLayout.flat(5), 0.01);
        FlatVector params = FlatVector.of(Recordings.start());
        for (int k = 1; k <= Recordings.STEPS; k++) {
            optimizer.step(params, FlatVector.of(recordings.gradient(k)), 1);
            assertArrayEquals(recordings.params(provider.name(), k), params.toArray(), 1e-13, "after step " + k);
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    @DisplayName("a group takes the steps of an optimizer of its own, with the scaled rate and its own decay")
    <P> void groups(OptimizerProvider<P> provider, Map<String, Object> values) {
        ParameterLayout layout = ParameterLayout.builder().tensor("w", 3)
                .tensor("b", new ParameterGroup("b", OptionalDouble.of(0.125), 2), 2).build();
        Map<String, Object> ofOwn = new HashMap<>(values);
        ofOwn.put("weightDecay", 0.125);
        Optimizer both = create(provider, values, layout, 0.01);
        Optimizer first = create(provider, values, ParameterLayout.flat(3), 0.01);
        Optimizer second = create(provider, ofOwn, ParameterLayout.flat(2), 0.02);
        FlatVector params = FlatVector.of(Recordings.start());
        FlatVector w = FlatVector.of(Arrays.copyOf(Recordings.start(), 3));
        FlatVector b = FlatVector.of(Arrays.copyOfRange(Recordings.start(), 3, 5));
        for (int k = 1; k <= Recordings.STEPS; k++) {
            double[] g = recordings.gradient(k);
            both.step(params, FlatVector.of(g), 1);
            first.step(w, FlatVector.of(Arrays.copyOf(g, 3)), 1);
            second.step(b, FlatVector.of(Arrays.copyOfRange(g, 3, 5)), 1);
            assertArrayEquals(w.toArray(), Arrays.copyOf(params.toArray(), 3), 1e-14);
            assertArrayEquals(b.toArray(), Arrays.copyOfRange(params.toArray(), 3, 5), 1e-14);
        }
    }

    @Test
    @DisplayName("Lion moves a coordinate by the rate or, if its averaged gradient is 0, not at all; the norm it reports is that of its metric")
    void lion() {
        Lion lion = new Lion(new Lion.Parameters(0.5, 0.5, 0), setting(ParameterLayout.flat(3), 0.25));
        FlatVector x = FlatVector.of(1, 1, 1);
        assertEquals(Math.sqrt(0.5 * (4 + 8)), lion.step(x, FlatVector.of(4, 0, -8), 1).directionNorm(), 1e-15);
        assertArrayEquals(new double[]{0.75, 1, 1.25}, x.toArray());
        // the average is now (2, 0, -4): a gradient of its negative cancels it
        lion.step(x, FlatVector.of(-2, 0, -1), 1);
        assertArrayEquals(new double[]{0.75, 1, 1.5}, x.toArray());
    }

    private static <P> Optimizer create(OptimizerProvider<P> provider, Map<String, Object> values,
            ParameterLayout layout, double rate) {
        return provider.create(provider.hyperParameters().read(values), setting(layout, rate));
    }

    private static Setting setting(ParameterLayout layout, double rate) {
        return new Setting(layout, ElementType.FLOAT64, k -> rate, new KnownBound(0), new Random(0));
    }
}
