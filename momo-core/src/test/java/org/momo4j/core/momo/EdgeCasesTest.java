package org.momo4j.core.momo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.bounds.OnlineBound;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.baseline.Adam;
import org.momo4j.core.preconditioner.AdamPreconditioner;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/** The table of MATH.md section 6, and the paths that the replay vectors do not reach. */
class EdgeCasesTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    @DisplayName("zero gradient: only the decay acts")
    void zeroGradient() {
        FlatVector x = FlatVector.of(3, -4);
        StepReport report = momo(0.9, 0.5, 0.1, new KnownBound(0)).step(x, FlatVector.of(0, 0), 7);
        assertEquals(Acted.ZERO_DIRECTION, report.acted());
        assertEquals(0, report.stepSize());
        assertArrayEquals(new double[]{3 / 1.05, -4 / 1.05}, x.toArray(), 1e-15);
    }

    @Test
    @DisplayName("zero gradient under an infinite learning rate: nothing moves, nothing is NaN")
    void zeroGradientInfiniteRate() {
        FlatVector x = FlatVector.of(3, -4);
        StepReport report = momo(0.9, INF, 0, new KnownBound(0)).step(x, FlatVector.of(0, 0), 7);
        assertArrayEquals(new double[]{3, -4}, x.toArray());
        assertEquals(0, report.stepSize());
    }

    @Test
    @DisplayName("noise guard: after the gradient of a hinge vanishes, the decaying direction never throws x away")
    void noiseGuard() {
        // hinge with margin reached at a loss f* = 1e6 that is not zero: f - f* is pure rounding noise from then on
        double fStar = 1e6 + 1.0 / 3;
        double[] target = {0.3, -0.7, 1.1};
        FlatVector x = FlatVector.of(0, 0, 0);
        Momo momo = momo(3, 0.9, k -> INF, 0, new KnownBound(fStar));
        boolean guarded = false;
        for (int k = 0; k < 3000; k++) {
            double[] at = x.toArray();
            double margin = 0;
            for (int i = 0; i < 3; i++) {
                margin += target[i] * at[i];
            }
            boolean active = margin < 1;
            FlatVector g = active ? FlatVector.of(-target[0], -target[1], -target[2]) : FlatVector.of(0, 0, 0);
            StepReport report = momo.step(x, g, (active ? 1 - margin : 0) + fStar);
            guarded |= report.acted() == Acted.NOISE_GUARD;
            for (double xi : x.toArray()) {
                assertTrue(Math.abs(xi) < 10, "x was thrown to " + xi + " at step " + k);
            }
        }
        assertTrue(guarded, "the guard was never needed: this test proves nothing");
    }

    @Test
    @DisplayName("the guard counts all four terms of the numerator, and holds at equality")
    void guardAtItsLimit() {
        // f* = 1 - 2^-49 and f = 1 + 2^-49: f - f* is 8 times the rounding unit of |f| + |f*| = 2
        Momo atTheLimit = momo(0.9, INF, 0, new KnownBound(1 - 0x1p-49));
        assertEquals(Acted.NOISE_GUARD, atTheLimit.step(FlatVector.of(0, 0), FlatVector.of(1, 0), 1 + 0x1p-49).acted());
        Momo above = momo(0.9, INF, 0, new KnownBound(1 - 0x1p-49));
        assertEquals(Acted.ADAPTIVE_TERM, above.step(FlatVector.of(0, 0), FlatVector.of(1, 0), 1 + 0x1p-48).acted());
        // f = 2^-10 is exact in f - <g,x> + <g,x>, but <g,x> = 2^40 makes it noise
        Momo largeProducts = momo(0.9, INF, 0, new KnownBound(0));
        assertEquals(Acted.NOISE_GUARD,
                largeProducts.step(FlatVector.of(0x1p20, 0), FlatVector.of(0x1p20, 0), 0x1p-10).acted());
    }

    @Test
    @DisplayName("the guard is relative: a problem scaled down to 1e-150 takes the same steps")
    void guardIsRelative() {
        FlatVector large = FlatVector.of(1, 2);
        FlatVector small = FlatVector.of(1, 2);
        Momo one = momo(0.5, INF, 0, new KnownBound(0));
        Momo two = momo(0.5, INF, 0, new KnownBound(0));
        double scale = 0x1p-500;
        for (int k = 0; k < 20; k++) {
            double[] a = large.toArray();
            double[] b = small.toArray();
            one.step(large, FlatVector.of(a[0], 3 * a[1]), (a[0] * a[0] + 3 * a[1] * a[1]) / 2);
            two.step(small, FlatVector.of(scale * b[0], scale * 3 * b[1]), scale * (b[0] * b[0] + 3 * b[1] * b[1]) / 2);
            assertArrayEquals(large.toArray(), small.toArray(), 1e-14);
        }
    }

    @Test
    @DisplayName("infinite learning rate with weight decay is refused with the reason")
    void infiniteRateWithDecay() {
        String message = refusal(() -> momo(0.9, INF, 0.1, new KnownBound(0)));
        assertTrue(message.contains("infinite") && message.contains("0.1"), message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    @DisplayName("a learning rate that is not positive is refused when the optimizer is made, and when a schedule reaches it")
    void wrongRate(double rate) {
        assertTrue(refusal(() -> momo(0.9, rate, 0, new KnownBound(0))).contains("(0, inf]"));
        FlatVector x = FlatVector.of(1);
        Momo momo = momo(1, 0.9, k -> k < 3 ? 0.1 : rate, 0, new KnownBound(0));
        momo.step(x, FlatVector.of(1), 1);
        momo.step(x, FlatVector.of(1), 1);
        double before = x.get(0);
        assertTrue(refusal(() -> momo.step(x, FlatVector.of(1), 1)).contains("step 3"));
        assertEquals(before, x.get(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    @DisplayName("a momentum outside [0, 1) is refused")
    void wrongBeta(double beta) {
        assertTrue(refusal(() -> new FirstSampleAverage(beta)).contains("[0, 1)"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    @DisplayName("a weight decay outside [0, inf) is refused")
    void wrongDecay(double lambda) {
        assertTrue(refusal(() -> momo(0.9, 1, lambda, new KnownBound(0))).contains("[0, inf)"));
    }

    @Test
    @DisplayName("a non-finite loss, gradient or parameter is refused, named, and changes nothing")
    void nonFinite() {
        for (double bad : new double[]{Double.NaN, INF, -INF}) {
            FlatVector x = FlatVector.of(1, 2);
            OnlineBound bound = new OnlineBound(-1);
            Momo momo = momo(0.9, 1, 0, bound);
            momo.step(x, FlatVector.of(1, -1), 2);
            double[] before = x.toArray();
            double estimate = bound.value();
            NonFiniteStepException loss = assertThrows(NonFiniteStepException.class,
                    () -> momo.step(x, FlatVector.of(1, 1), bad));
            assertEquals(2, loss.step());
            assertEquals("loss", loss.quantity());
            assertThrows(NonFiniteStepException.class, () -> momo.step(x, FlatVector.of(0, bad), 1));
            assertThrows(NonFiniteStepException.class, () -> momo.step(FlatVector.of(bad, 0), FlatVector.of(0, 1), 1));
            assertArrayEquals(before, x.toArray());
            assertEquals(estimate, bound.value());
            assertEquals(2, momo.step(x, FlatVector.of(1, 1), 1).k());
        }
    }

    @Test
    @DisplayName("a gradient whose square overflows is refused before anything is written")
    void overflow() {
        FlatVector x = FlatVector.of(1e-200, 0);
        Momo momo = momo(0.9, 1, 0, new KnownBound(0));
        assertThrows(NonFiniteStepException.class, () -> momo.step(x, FlatVector.of(1e200, 0), 1));
        assertEquals(1e-200, x.get(0));
    }

    @Test
    @DisplayName("a step that would be infinite is refused: a tiny gradient under an infinite learning rate")
    void infiniteStep() {
        FlatVector x = FlatVector.of(1, 0);
        Momo momo = momo(0.9, INF, 0, new KnownBound(0));
        NonFiniteStepException refused = assertThrows(NonFiniteStepException.class,
                () -> momo.step(x, FlatVector.of(1e-160, 0), 1));
        assertEquals("step size", refused.quantity());
        assertArrayEquals(new double[]{1, 0}, x.toArray());
    }

    @Test
    @DisplayName("a finite gradient whose square overflows the second moment is refused, and the next step is sound")
    void secondMomentOverflow() {
        for (ElementType type : ElementType.values()) {
            double huge = type == ElementType.FLOAT32 ? 1e21 : 1e160;
            Setting setting = new Setting(ParameterLayout.flat(2), type, k -> 0.1, new KnownBound(0), new Random(0));
            for (Optimizer optimizer : List.of(
                    new Momo(
                            new MomentumMethod(new BiasCorrectedAverage(0.9),
                                    new AdamPreconditioner(0.999, 1e-8, 2, type)),
                            0,
                            Decay.PROXIMAL, setting),
                    new Adam(new Adam.Parameters(0.9, 0.999, 1e-8, 0), setting))) {
                FlatVector x = FlatVector.of(type, 1e-30, 1);
                optimizer.step(x, FlatVector.of(type, 1, 1), 1);
                double[] before = x.toArray();
                FlatVector gradient = FlatVector.of(type, huge, 1);
                assertThrows(NonFiniteStepException.class, () -> optimizer.step(x, gradient, 1));
                assertArrayEquals(before, x.toArray());
                optimizer.step(x, FlatVector.of(type, 1, 1), 1);
                assertTrue(x.get(0) != before[0] && Double.isFinite(x.get(0)), "stuck at " + x.get(0));
            }
        }
    }

    @Test
    @DisplayName("inactive step under a known bound above the model: x stays, averages go on")
    void inactive() {
        FlatVector x = FlatVector.of(1, 1);
        Momo momo = momo(0.5, INF, 0, new KnownBound(10));
        StepReport report = momo.step(x, FlatVector.of(1, 1), 3);
        assertEquals(Acted.MODEL_AT_BOUND, report.acted());
        assertArrayEquals(new double[]{1, 1}, x.toArray());
        // f̄ = (3 + 23)/2 = 13 lies above the bound: <d,x> and γ cancel, and |d|² = 2
        assertEquals((13.0 - 10) / 2, momo.step(x, FlatVector.of(1, 1), 23).stepSize(), 1e-15);
    }

    @Test
    @DisplayName("online bound: neither reset nor update goes below the floor b_0")
    void floor() {
        OnlineBound bound = new OnlineBound(1);
        FlatVector x = FlatVector.of(1, 1);
        Momo momo = momo(0, 1e-3, 0, bound);
        // reset: N = f = 0.5 < b = 1 gives max(0.25, 1) = 1: the step is inactive, and the update max(0.5, 1) = 1
        StepReport report = momo.step(x, FlatVector.of(1, 1), 0.5);
        assertEquals(1, report.lowerBound());
        assertEquals(Acted.MODEL_AT_BOUND, report.acted());
        assertEquals(1, bound.value());
    }

    @Test
    @DisplayName("online bound: after an uncapped step the estimate is the midpoint of model value and old estimate")
    void midpoint() {
        OnlineBound bound = new OnlineBound(-4);
        StepReport report = momo(0, INF, 0, bound).step(FlatVector.of(1, 1), FlatVector.of(1, 2), 6);
        assertEquals(Acted.ADAPTIVE_TERM, report.acted());
        assertEquals((6.0 - 4) / 2, bound.value(), 1e-15);
    }

    @Test
    @DisplayName("float32 parameters: f̄ + <d,x> - γ does not cancel, since products are summed in double")
    void float32Cancellation() {
        int n = 1000;
        FlatVector x = FlatVector.zeros(ElementType.FLOAT32, n);
        FlatVector g = x.zerosLike();
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            x.set(i, 1000 * random.nextGaussian());
            g.set(i, random.nextGaussian());
        }
        Momo momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL,
                new Setting(ParameterLayout.flat(n), ElementType.FLOAT32, k -> 1e-9, new KnownBound(0), new Random(0)));
        for (int k = 0; k < 10; k++) {
            // one gradient and nearly one point: the model at x is the loss
            assertEquals(1, momo.step(x, g, 1).modelValue(), 1e-6);
        }
    }

    @Test
    @DisplayName("lengths and types that differ are refused with both named")
    void mismatches() {
        Momo momo = momo(0.9, 1, 0, new KnownBound(0));
        assertTrue(refusal(() -> momo.step(FlatVector.of(1, 2), FlatVector.of(1), 1)).contains("gradient has 1"));
        momo.step(FlatVector.of(1, 2), FlatVector.of(1, 2), 1);
        assertTrue(refusal(() -> momo.step(FlatVector.of(1), FlatVector.of(1, 2), 1)).contains("params has 1"));
        assertTrue(refusal(() -> momo.step(FlatVector.of(1, 2), FlatVector.of(ElementType.FLOAT32, 1, 2), 1))
                .contains("gradient is float32; float64 is needed"));
    }

    private static String refusal(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }

    private static Momo momo(double beta, double alpha, double lambda, LowerBound bound) {
        return momo(2, beta, k -> alpha, lambda, bound);
    }

    private static Momo momo(int size, double beta, LearningRate rate, double lambda, LowerBound bound) {
        return new Momo(new MomentumMethod(new FirstSampleAverage(beta), new IdentityPreconditioner()), lambda,
                Decay.PROXIMAL,
                new Setting(ParameterLayout.flat(size), ElementType.FLOAT64, rate, bound, new Random(0)));
    }
}
