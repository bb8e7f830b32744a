package org.momo4j.core.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.averaging.HeavyBall;
import org.momo4j.core.averaging.UniformAverage;
import org.momo4j.core.kernel.choice.Kernels;
import org.momo4j.core.metric.TestMetric;
import org.momo4j.core.preconditioner.AdamPreconditioner;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/** The fused passes against the passes that define them. */
class PassesTest {
    private static final ParameterLayout LAYOUT = ParameterLayout.builder().tensor("w", 13)
            .tensor("b", ParameterGroup.withoutDecay("biases"), 3)
            .tensor("v", new ParameterGroup("slow", OptionalDouble.of(0.2), 0.5), 9).build();

    static Stream<Arguments> cases() {
        return Stream.of(ElementType.values())
                .flatMap(type -> Stream.of(Decay.values()).flatMap(decay -> Stream
                        .of(new FirstSampleAverage(0.9), new BiasCorrectedAverage(0.5), new HeavyBall(0.7),
                                new UniformAverage())
                        .map(averaging -> Arguments.of(type, decay, averaging))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("fused passes, D = I: same bits as the definition, same sums to 1e-14, over 50 steps")
    void euclideanIsGeneric(ElementType type, Decay decay, Averaging averaging) {
        for (Kernels kernels : Kernels.values()) {
            euclidean(kernels, LAYOUT, type, decay, averaging, 50);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("fused passes in Adam's metric: same bits as the definition, same sums to 1e-14, over 50 steps")
    void adamIsGeneric(ElementType type, Decay decay, Averaging averaging) {
        for (Kernels kernels : Kernels.values()) {
            adam(kernels, LAYOUT, type, decay, averaging, 50);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("fused passes in diagonal metrics: same bits as the definition, same sums to 1e-14, over 50 steps")
    void diagonalIsGeneric(ElementType type, Decay decay, Averaging averaging) {
        for (Kernels kernels : Kernels.values()) {
            for (TestMetric metric : TestMetric.values()) {
                diagonal(kernels, metric, LAYOUT, type, decay, averaging, 50);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("the generic passes on vector kernels: same bits as on plain loops, same sums to 1e-14, over 50 steps")
    void vectorsAreGeneric(ElementType type, Decay decay, Averaging averaging) {
        Groups groups = new Groups(LAYOUT, 0.1, decay);
        Setting setting = setting(LAYOUT, type, 1);
        assertSame(type, LAYOUT.size(), 50, averaging,
                new GenericPasses(Kernels.PLAIN, adam(type, LAYOUT.size()), false, groups, setting),
                new GenericPasses(Kernels.VECTOR, adam(type, LAYOUT.size()), false, groups, setting));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("groups of several pieces, which begin and end anywhere")
    void manyPieces(ElementType type) {
        ParameterLayout layout = ParameterLayout.builder().tensor("w", 65_539)
                .tensor("b", ParameterGroup.withoutDecay("biases"), 3)
                .tensor("v", new ParameterGroup("slow", OptionalDouble.of(0.2), 0.5), 200_001).build();
        euclidean(Kernels.VECTOR, layout, type, Decay.PROXIMAL, new FirstSampleAverage(0.9), 4);
        adam(Kernels.VECTOR, layout, type, Decay.PROXIMAL, new BiasCorrectedAverage(0.9), 4);
        diagonal(Kernels.VECTOR, TestMetric.AMS_GRAD, layout, type, Decay.PROXIMAL, new BiasCorrectedAverage(0.9), 4);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a metric that goes wrong in any piece refuses the step, whoever was at work there, and nothing changes")
    void refusedByAnyPiece(ElementType type) {
        ParameterLayout layout = ParameterLayout.flat(300_001);
        Setting setting = setting(layout, type, 3);
        DiagonalPasses passes = new DiagonalPasses(Kernels.VECTOR,
                new DiagonalPreconditioner(TestMetric.ADA_GRAD, layout.size(), type),
                new Groups(layout, 0, Decay.PROXIMAL), setting);
        SplittableRandom random = new SplittableRandom(1);
        FlatVector x = random(type, layout.size(), random);
        FlatVector g = random(type, layout.size(), random);
        Weights weights = new StepWeights(new FirstSampleAverage(0.9), 1);
        Sums sums = new Sums();
        for (long at : new long[]{0, 70_000, 131_071, 200_000, 300_000}) {
            State before = passes.state();
            FlatVector wrong = g.copy();
            wrong.set(at, Double.NaN);
            assertThrows(NonFiniteStepException.class, () -> passes.read(weights, 0.3, x, wrong, sums));
            assertSameState(before, passes.state());
            passes.read(weights, 0.3, x, g, sums);
            passes.write(0.3, 0.05, x, g);
        }
    }

    private static void euclidean(Kernels kernels, ParameterLayout layout, ElementType type, Decay decay,
            Averaging averaging, int steps) {
        Groups groups = new Groups(layout, 0.1, decay);
        long size = layout.size();
        assertSame(type, size, steps, averaging,
                new GenericPasses(Kernels.PLAIN, new IdentityPreconditioner(), false, groups, setting(layout, type, 1)),
                new EuclideanPasses(kernels, groups, setting(layout, type, 3)));
    }

    private static void adam(Kernels kernels, ParameterLayout layout, ElementType type, Decay decay,
            Averaging averaging, int steps) {
        Groups groups = new Groups(layout, 0.1, decay);
        long size = layout.size();
        assertSame(type, size, steps, averaging,
                new GenericPasses(Kernels.PLAIN, adam(type, size), false, groups, setting(layout, type, 1)),
                new AdamPasses(kernels, adam(type, size), groups, setting(layout, type, 3)));
    }

    private static void diagonal(Kernels kernels, TestMetric metric, ParameterLayout layout, ElementType type,
            Decay decay, Averaging averaging, int steps) {
        Groups groups = new Groups(layout, 0.1, decay);
        long size = layout.size();
        assertSame(type, size, steps, averaging,
                new GenericPasses(Kernels.PLAIN, new DiagonalPreconditioner(metric, size, type), false, groups,
                        setting(layout, type, 1)),
                new DiagonalPasses(kernels, new DiagonalPreconditioner(metric, size, type), groups,
                        setting(layout, type, 3)));
    }

    private static Setting setting(ParameterLayout layout, ElementType type, int threads) {
        return new Setting(layout, type, k -> 0.3, new KnownBound(0), new SplittableRandom(0), threads);
    }

    /** The weights of an averaging at step k. */
    private record StepWeights(Averaging averaging, long k) implements Weights {
        @Override
        public double a() {
            return averaging.a(k);
        }

        @Override
        public double b() {
            return averaging.b(k);
        }
    }

    private static AdamPreconditioner adam(ElementType type, long size) {
        return new AdamPreconditioner(0.99, 1e-8, size, type);
    }

    /** Some steps of both; after half of them each goes on from the state of the other. */
    private static void assertSame(ElementType type, long size, int steps, Averaging averaging, Passes generic,
            Passes fused) {
        SplittableRandom random = new SplittableRandom(1);
        FlatVector x = random(type, size, random);
        FlatVector y = x.copy();
        for (int k = 1; k <= steps; k++) {
            FlatVector g = random(type, size, random);
            Weights weights = new StepWeights(averaging, k);
            Sums defined = new Sums();
            Sums formed = new Sums();
            generic.read(weights, 0.3, x, g, defined);
            fused.read(weights, 0.3, y, random(type, size, random), formed); // refused: nothing has changed
            assertSameState(generic.state(), fused.state());
            fused.read(weights, 0.3, y, g, formed);
            // additions one after another: more of them, more rounding, in the definition above all
            double tolerance = size < 100 ? 1e-14 : 1e-12;
            assertSums(tolerance, defined, formed);
            generic.write(0.3, 0.05, x, g);
            fused.write(0.3, 0.05, y, g);
            assertArrayEquals(x.toArray(), y.toArray());
            assertSameState(generic.state(), fused.state());
            if (k == steps / 2) {
                State old = generic.state();
                generic.restore(fused.state());
                fused.restore(old);
            }
        }
    }

    private static void assertSameState(State defined, State formed) {
        assertEquals(defined.vectors().keySet(), formed.vectors().keySet());
        defined.vectors().forEach((name, vector) -> assertArrayEquals(vector.toArray(),
                Objects.requireNonNull(formed.vectors().get(name)).toArray()));
        assertEquals(defined.children().keySet(), formed.children().keySet());
        defined.children().forEach((name, child) -> assertSameState(child, formed.child(name)));
    }

    private static void assertSums(double tolerance, Sums defined, Sums formed) {
        double scale = tolerance * (1 + defined.absoluteDirectionDotParams() + Math.abs(defined.gradientDotParams()));
        assertEquals(defined.gradientDotParams(), formed.gradientDotParams(), scale);
        assertEquals(defined.directionDotParams(), formed.directionDotParams(), scale);
        assertEquals(defined.decayedDirectionDotParams(), formed.decayedDirectionDotParams(), scale);
        assertEquals(defined.absoluteDirectionDotParams(), formed.absoluteDirectionDotParams(), scale);
        assertEquals(defined.directionNormSquared(), formed.directionNormSquared(),
                tolerance * defined.directionNormSquared());
        assertEquals(defined.decayedDirectionNormSquared(), formed.decayedDirectionNormSquared(),
                tolerance * defined.decayedDirectionNormSquared());
    }

    private static FlatVector random(ElementType type, long size, SplittableRandom random) {
        FlatVector vector = FlatVector.zeros(type, size);
        for (long i = 0; i < vector.size(); i++) {
            vector.set(i, random.nextGaussian());
        }
        return vector;
    }
}
