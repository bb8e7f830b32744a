package org.momo4j.core.baseline.free;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.baseline.adaptive.Recordings;

/** Learning-rate-free methods against their authors' packages, and what makes them free of a learning rate. */
class LearningRateFreeTest {
    private static final int STEPS = 40;
    private static final double[] CURVATURE = {1, 0.5, 2, 0.1, 1};
    private static final double[] MINIMISER = {2, 3, -1, 4, 0.5};

    private final Recordings recordings = new Recordings("free.csv");

    static Stream<Arguments> recorded() {
        return Stream.of(
                Arguments.of(new Dog.Provider(), ParameterLayout.flat(5), 0.05,
                        Map.of("relativeDistance", 1e-3, "epsilon", 1e-8)),
                Arguments.of(new DAdaptAdam.Provider(), layout(0, 2), 0.05,
                        Map.of("beta1", 0.9, "beta2", 0.99, "epsilon", 1e-8, "initialDistance", 1e-6)),
                Arguments.of(new Prodigy.Provider(), layout(0, 1), 0.05, Map.of("beta1", 0.9, "beta2", 0.99, "epsilon",
                        1e-8, "initialDistance", 1e-3, "coefficient", 0.8)));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    @DisplayName("the iterates are those that the authors' packages made of the same gradients")
    <P> void asTheAuthorsDo(OptimizerProvider<P> provider, ParameterLayout layout, double weightDecay,
            Map<String, Object> values) {
        P parameters = provider.hyperParameters().with(provider.hyperParameters().read(values), "weightDecay",
                weightDecay);
        Optimizer optimizer = provider.create(parameters, setting(layout));
        FlatVector params = FlatVector.of(Recordings.start());
        for (int k = 1; k <= STEPS; k++) {
            optimizer.step(params, FlatVector.of(recordings.values(provider.name(), "gradient", k)), 1);
            assertClose(provider.name() + ", x after step " + k, recordings.params(provider.name(), k), params);
        }
    }

    @Test
    @DisplayName("DoG is judged at the average that its authors' package forms, and at the last iterate where γ is infinite")
    void average() {
        Optimizer averaged = create(new Dog.Provider(), ParameterLayout.flat(5), Map.of("relativeDistance", 1e-3,
                "weightDecay", 0.05));
        Optimizer last = create(new Dog.Provider(), ParameterLayout.flat(5), Map.of("averaging", "inf"));
        FlatVector params = FlatVector.of(Recordings.start());
        FlatVector point = params.zerosLike();
        for (int k = 1; k <= STEPS; k++) {
            averaged.step(params, FlatVector.of(recordings.values("dog", "gradient", k)), 1);
            averaged.evaluationPoint(params, point);
            assertClose("average after step " + k, recordings.values("dog", "average", k), point);
        }
        last.step(params, params, 1);
        last.evaluationPoint(params, point);
        assertArrayEquals(params.toArray(), point.toArray());
    }

    static Stream<Arguments> free() {
        return Stream.of(Arguments.of(new Dog.Provider()), Arguments.of(new DAdaptAdam.Provider()),
                Arguments.of(new Prodigy.Provider()));
    }

    @ParameterizedTest
    @MethodSource("free")
    @DisplayName("the loss times a constant: the same iterates, to the bit")
    <P> void scaleOfTheLoss(OptimizerProvider<P> provider) {
        Map<String, Object> values = Map.of("epsilon", 1e-280); // ε is all that is not scaled
        double[] plain = descend(create(provider, ParameterLayout.flat(5), values), 1, 200);
        double[] scaled = descend(create(provider, ParameterLayout.flat(5), values), 0x1p20, 200);
        assertArrayEquals(plain, scaled);
        assertTrue(Math.abs(plain[2] - MINIMISER[2]) < 1, "x_2 is " + plain[2] + " and has hardly moved");
    }

    @ParameterizedTest
    @MethodSource("free")
    @DisplayName("a group with twice the rate takes twice the step")
    <P> void rateScale(OptimizerProvider<P> provider) {
        ParameterLayout layout = ParameterLayout.builder().tensor("w", 1)
                .tensor("b", new ParameterGroup("b", OptionalDouble.of(0), 2), 1).build();
        FlatVector params = FlatVector.of(0, 0);
        create(provider, layout, Map.of()).step(params, FlatVector.of(3, 3), 1);
        assertTrue(params.get(0) < 0, "x_0 is " + params.get(0));
        assertEquals(2 * params.get(0), params.get(1));
    }

    static Stream<Arguments> estimating() {
        return Stream.of(Arguments.of(new DAdaptAdam.Provider()), Arguments.of(new Prodigy.Provider()));
    }

    @ParameterizedTest
    @MethodSource("estimating")
    @DisplayName("d_k never falls, is the step size, and comes from 1e-6 near the distance to the solution")
    <P> void distance(OptimizerProvider<P> provider) {
        Optimizer optimizer = create(provider, ParameterLayout.flat(5), Map.of());
        FlatVector params = FlatVector.of(Recordings.start());
        double d = 1e-6;
        for (int k = 1; k <= 500; k++) {
            StepReport report = optimizer.step(params, gradient(params, 1), 1);
            assertEquals(d, report.stepSize(), "d of step " + k);
            assertTrue(report.extras().get("d") >= d, "d fell from " + d + " to " + report.extras().get("d"));
            d = report.extras().get("d");
        }
        assertTrue(d >= 0.5, "d is " + d + ", the distance is 5");
    }

    @Test
    @DisplayName("Prodigy in float32: d_k grows from a d_1 whose cube, unlike its square, is no float")
    void tinyDistanceInFloats() {
        Optimizer optimizer = new Prodigy.Provider().create(
                new Prodigy.Provider().hyperParameters().read(Map.of("initialDistance", 1e-16)),
                new Setting(ParameterLayout.flat(5), ElementType.FLOAT32, k -> 1, new KnownBound(0), new Random(0)));
        FlatVector params = FlatVector.zeros(ElementType.FLOAT32, 5);
        FlatVector gradient = FlatVector.of(ElementType.FLOAT32, 1, -1, 1, -1, 1);
        double d = 0;
        for (int k = 1; k <= 5; k++) {
            d = optimizer.step(params, gradient, 1).extras().get("d");
        }
        assertTrue(d > 1e-16, "d is " + d);
    }

    @Test
    @DisplayName("the states have s_1 of D-Adaptation and s_1/d_1 of Prodigy, though no step depends on their scale")
    void weightedSums() {
        FlatVector gradient = FlatVector.of(3, -2);
        Map<String, Object> values = Map.of("beta2", 0.64, "initialDistance", 0.125);
        Optimizer dAdapt = create(new DAdaptAdam.Provider(), ParameterLayout.flat(2), values);
        dAdapt.step(FlatVector.of(1, 1), gradient, 1);
        double share = (1 - 0.8) * 0.125;
        assertArrayEquals(new double[]{3 * share, -2 * share},
                dAdapt.state().vector("s", ElementType.FLOAT64, 2).toArray(), 1e-15);
        Optimizer prodigy = create(new Prodigy.Provider(), ParameterLayout.flat(2), values);
        prodigy.step(FlatVector.of(1, 1), gradient, 1);
        assertArrayEquals(new double[]{3 * 0.125, -2 * 0.125},
                prodigy.state().vector("s", ElementType.FLOAT64, 2).toArray());
    }

    @Test
    @DisplayName("D-Adaptation refuses a step whose averaged gradient is too large for a float, though all sums are finite")
    void momentBeyondFloats() {
        Optimizer optimizer = new DAdaptAdam.Provider().create(
                new DAdaptAdam.Provider().hyperParameters().defaults(),
                new Setting(ParameterLayout.flat(1), ElementType.FLOAT32, k -> 1e30, new KnownBound(0), new Random(0)));
        FlatVector params = FlatVector.of(ElementType.FLOAT32, 1);
        FlatVector gradient = FlatVector.of(ElementType.FLOAT32, 1e16); // 0.1 · 1e30 · 1e-6 · 1e16 is beyond
        NonFiniteStepException refused = assertThrows(NonFiniteStepException.class,
                () -> optimizer.step(params, gradient, 1));
        assertEquals("largest average of gradients or of their squares", refused.quantity());
        assertEquals(1, params.get(0));
    }

    @Test
    @DisplayName("Prodigy: on a convex function d_k is at most the distance to the minimiser, whatever the steps")
    void prodigyIsABound() {
        SplittableRandom random = new SplittableRandom(4);
        for (int run = 0; run < 20; run++) {
            double[] curvature = random.doubles(5, 0.01, 2).toArray();
            double[] minimiser = random.doubles(5, -3, 3).toArray();
            double distance = Arrays.stream(minimiser).map(Math::abs).max().orElseThrow();
            double rate = random.nextDouble(0.2, 5);
            Optimizer optimizer = new Prodigy.Provider().create(new Prodigy.Provider().hyperParameters().defaults(),
                    new Setting(layout(0, 3), ElementType.FLOAT64, k -> rate, new KnownBound(0), new Random(0)));
            FlatVector params = FlatVector.of(0, 0, 0, 0, 0);
            double d = 0;
            for (int k = 1; k <= 300; k++) {
                double[] g = IntStream.range(0, 5).mapToDouble(i -> curvature[i] * (params.get(i) - minimiser[i]))
                        .toArray();
                d = optimizer.step(params, FlatVector.of(g), 1).extras().get("d");
                assertTrue(d <= distance, "run " + run + ", step " + k + ": d is " + d + ", distance " + distance);
            }
            assertTrue(d >= distance / 20, "run " + run + ": d is only " + d + ", distance " + distance);
        }
    }

    @Test
    @DisplayName("DoG: the rate is the largest distance so far over the root of all squared gradients")
    void distanceOverGradients() {
        Optimizer optimizer = create(new Dog.Provider(), ParameterLayout.flat(1), Map.of("epsilon", 1e-280));
        FlatVector params = FlatVector.of(7);
        double first = 1e-6 * 8 / 2;
        assertEquals(first, optimizer.step(params, FlatVector.of(2), 1).stepSize(), 1e-20);
        params.set(0, 3); // as if the step had been one of 4
        assertEquals(4 / Math.sqrt(4 + 9), optimizer.step(params, FlatVector.of(-3), 1).stepSize(), 1e-15);
        params.set(0, 6); // nearer to the start again: the largest distance counts
        assertEquals(4 / Math.sqrt(4 + 9 + 36), optimizer.step(params, FlatVector.of(6), 1).stepSize(), 1e-15);
    }

    private static double[] descend(Optimizer optimizer, double scale, int steps) {
        FlatVector params = FlatVector.of(Recordings.start());
        for (int k = 1; k <= steps; k++) {
            optimizer.step(params, gradient(params, scale), 1);
        }
        return params.toArray();
    }

    private static FlatVector gradient(FlatVector x, double scale) {
        return FlatVector.of(IntStream.range(0, 5).mapToDouble(i -> scale * CURVATURE[i] * (x.get(i) - MINIMISER[i]))
                .toArray());
    }

    private static <P> Optimizer create(OptimizerProvider<P> provider, ParameterLayout layout,
            Map<String, Object> values) {
        return provider.create(provider.hyperParameters().read(values), setting(layout));
    }

    private static Setting setting(ParameterLayout layout) {
        return new Setting(layout, ElementType.FLOAT64, k -> 1, new KnownBound(0), new Random(0));
    }

    /** Three parameters in w and two in b, which has these settings. */
    private static ParameterLayout layout(double decayOfB, double scaleOfB) {
        return ParameterLayout.builder().tensor("w", 3)
                .tensor("b", new ParameterGroup("b", OptionalDouble.of(decayOfB), scaleOfB), 2).build();
    }

    private static void assertClose(String what, double[] expected, FlatVector actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual.get(i), 1e-12 * Math.max(1, Math.abs(expected[i])), what + ", " + i);
        }
    }
}
