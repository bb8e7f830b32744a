package org.momo4j.core.baseline.polyak;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.bounds.OnlineBound;

/** The table of MATH.md section 6 for steps that average nothing; what the contract of optimizers asks for is not repeated. */
class PolyakEdgeCasesTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    @DisplayName("a gap of rounding noise moves nothing, and says so; one just above it moves")
    void noiseGuard() {
        double fStar = 1e6 + 1.0 / 3;
        FlatVector x = FlatVector.of(1, 2);
        FlatVector tiny = FlatVector.of(1e-12, 0);
        Optimizer polyak = PolyakMethodsTest.spsMax(INF, new KnownBound(fStar));
        StepReport noise = polyak.step(x, tiny, fStar + 8 * Math.ulp(fStar));
        assertEquals(Acted.NOISE_GUARD, noise.acted());
        assertEquals(0, noise.stepSize());
        assertArrayEquals(new double[]{1, 2}, x.toArray());
        assertEquals(Acted.ADAPTIVE_TERM, polyak.step(x, FlatVector.of(1, 0), fStar + 1e-6).acted());
        assertEquals(Acted.MODEL_AT_BOUND, polyak.step(x, tiny, fStar - 1).acted());
    }

    @Test
    @DisplayName("a gap of exactly the rounding error is none, and a term of exactly the cap is not capped")
    void ties() {
        double fStar = 0x1p48 - 0.5; // the loss is greater by 1, and 8 ulp(1) times the sum of both is 1
        StepReport noise = PolyakMethodsTest.spsMax(INF, new KnownBound(fStar)).step(FlatVector.of(1, 2),
                FlatVector.of(1, 0), fStar + 1);
        assertEquals(Acted.NOISE_GUARD, noise.acted());
        StepReport cap = PolyakMethodsTest.spsMax(0.5, new KnownBound(0)).step(FlatVector.of(1, 2),
                FlatVector.of(2, 0), 2);
        assertEquals(cap.cap(), cap.adaptiveTerm());
        assertEquals(Acted.ADAPTIVE_TERM, cap.acted());
    }

    @Test
    @DisplayName("bound and report see the plane of the sample, decay included")
    void plane() {
        Seen bound = new Seen();
        ParameterLayout layout = ParameterLayout.builder().tensor("w", 1)
                .tensor("b", new ParameterGroup("b", OptionalDouble.of(0), 2), 1).build();
        StepReport report = PolyakMethodsTest.create(new SpsMax(), Map.of("weightDecay", 0.5), layout, 0.01, bound)
                .step(FlatVector.of(2, 3), FlatVector.of(4, 5), 7);
        Model model = bound.models.getFirst();
        double loss = 7 + 0.25 * 2 * 2;
        double product = (4 + 0.5 * 2) * 2 + 5 * 3;
        assertEquals(1, model.k());
        assertEquals(1, model.rho());
        for (double f : new double[]{model.lossAverage(), model.h(), report.modelValue(),
                report.lossAverage()}) {
            assertEquals(loss, f);
        }
        for (double gx : new double[]{model.gamma(), model.directionDotParams(), model.decayedDirectionDotParams(),
                report.gamma(), report.directionDotParams()}) {
            assertEquals(product, gx);
        }
        assertEquals(25 + 2 * 25, model.directionNormSquared());
        assertEquals(1, report.rho());
        assertEquals(-1, report.lowerBound());
        assertEquals(0.01, report.cap());
        assertEquals((loss + 1) / (0.5 * 75), report.adaptiveTerm(), 1e-15);
        assertEquals(List.of(0.01), bound.stepSizes);
    }

    /** Remembers what it is shown; its value is −1. */
    private static final class Seen implements LowerBound {
        private final List<Model> models = new ArrayList<>();
        private final List<Double> stepSizes = new ArrayList<>();

        @Override
        public double before(Model model, Sample sample) {
            models.add(model);
            return -1;
        }

        @Override
        public void after(Model model, double used, double stepSize) {
            stepSizes.add(stepSize);
        }

        @Override
        public double value() {
            return -1;
        }

        @Override
        public State state() {
            return State.empty();
        }

        @Override
        public void restore(State state) {}
    }

    @Test
    @DisplayName("ALI-G without momentum keeps no vector")
    void noVelocity() {
        Optimizer aliG = PolyakMethodsTest.create(new AliG(), Map.of(), ParameterLayout.flat(1), 0.25,
                new KnownBound(0));
        assertEquals(Map.of(), aliG.state().child("motion").vectors());
    }

    @Test
    @DisplayName("the guard is relative: a problem scaled down to 1e-150 takes the same steps")
    void guardIsRelative() {
        FlatVector large = FlatVector.of(1, 2);
        FlatVector small = FlatVector.of(1, 2);
        Optimizer one = PolyakMethodsTest.spsMax(INF, new KnownBound(0));
        Optimizer two = PolyakMethodsTest.spsMax(INF, new KnownBound(0));
        double scale = 0x1p-500;
        for (int k = 0; k < 20; k++) {
            double[] a = large.toArray();
            double[] b = small.toArray();
            one.step(large, FlatVector.of(a[0], 3 * a[1]), (a[0] * a[0] + 3 * a[1] * a[1]) / 2);
            StepReport report = two.step(small, FlatVector.of(scale * b[0], scale * 3 * b[1]),
                    scale * (b[0] * b[0] + 3 * b[1] * b[1]) / 2);
            assertEquals(Acted.ADAPTIVE_TERM, report.acted());
            assertArrayEquals(large.toArray(), small.toArray(), 1e-14);
        }
    }

    @Test
    @DisplayName("ALI-G's gradient exactly zero: no step of its own, however small δ; what was in motion goes on")
    void zeroGradient() {
        Optimizer aliG = PolyakMethodsTest.create(new AliG(), Map.of("momentum", 0.5, "delta", 0),
                ParameterLayout.flat(1), 0.25, new KnownBound(0));
        FlatVector x = FlatVector.of(4);
        aliG.step(x, FlatVector.of(1), 100);
        assertEquals(4 - 0.25 - 0.125, x.get(0));
        StepReport report = aliG.step(x, FlatVector.of(0), 100);
        assertEquals(Acted.ZERO_DIRECTION, report.acted());
        assertEquals(0, report.stepSize());
        assertEquals(4 - 0.25 - 0.125 - 0.0625, x.get(0));
    }

    @Test
    @DisplayName("a step that would be infinite is refused, and the bound that remembers is as it was")
    void infiniteStep() {
        FlatVector x = FlatVector.of(1, 0);
        OnlineBound bound = new OnlineBound(-1);
        Optimizer polyak = PolyakMethodsTest.spsMax(INF, bound);
        polyak.step(x, FlatVector.of(1, 1), 1);
        double[] before = x.toArray();
        double estimate = bound.value();
        NonFiniteStepException refused = assertThrows(NonFiniteStepException.class,
                () -> polyak.step(x, FlatVector.of(1e-160, 0), 1));
        assertEquals("step size", refused.quantity());
        assertArrayEquals(before, x.toArray());
        assertEquals(estimate, bound.value());
        assertEquals(2, polyak.step(x, FlatVector.of(1, 1), 1).k());
    }

    @Test
    @DisplayName("the online estimate after an uncapped step is the midpoint of loss and old estimate, as under MoMo")
    void onlineBound() {
        OnlineBound bound = new OnlineBound(-4);
        PolyakMethodsTest.spsMax(INF, bound).step(FlatVector.of(1, 1), FlatVector.of(1, 2), 6);
        assertEquals((6.0 - 4) / 2, bound.value(), 1e-15);
    }

    @Test
    @DisplayName("Polyak's step refuses a learning rate, which it would not use, when it is made and when a schedule has one")
    void polyakHasNoCap() {
        String refusal = assertThrows(IllegalArgumentException.class, () -> polyak(k -> 0.1)).getMessage();
        assertTrue(refusal.contains("step 1 is 0.1") && refusal.contains("must be inf"), refusal);
        Optimizer polyak = polyak(k -> k < 2 ? INF : 1);
        FlatVector x = FlatVector.of(1);
        polyak.step(x, FlatVector.of(1), 0.5);
        assertThrows(IllegalArgumentException.class, () -> polyak.step(x, FlatVector.of(1), 0.5));
        assertEquals(0.5, x.get(0));
    }

    private static Optimizer polyak(LearningRate rate) {
        return new Polyak().create(new Polyak.Parameters(0),
                new Setting(ParameterLayout.flat(1), ElementType.FLOAT64, rate, new KnownBound(0), new Random(0)));
    }

    @Test
    @DisplayName("the weight of a clipped sample cancels")
    void weightCancels() {
        FlatVector x = FlatVector.of(1, 1);
        FlatVector y = FlatVector.of(1, 1);
        PolyakMethodsTest.spsMax(0.1, new KnownBound(0)).step(x, FlatVector.of(3, 4), 50);
        PolyakMethodsTest.spsMax(0.1, new KnownBound(0)).step(y, new Weighted(50, FlatVector.of(3, 4), 0.2));
        assertArrayEquals(x.toArray(), y.toArray());
    }

    private record Weighted(double loss, FlatVector gradient, double weight) implements Sample {}
}
