package org.momo4j.core.momo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.bounds.OnlineBound;
import org.momo4j.bounds.PerSampleBound;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.averaging.HeavyBall;
import org.momo4j.core.averaging.LookAhead;
import org.momo4j.core.averaging.UniformAverage;
import org.momo4j.core.preconditioner.AdamPreconditioner;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/** The closed form of section 3 against the problem that it claims to solve. */
class MomoStepTest {
    private static final int N = 6;

    /**
     * The step minimises max{m_k(y), f*} + Σ_i |y_i − x_i|²/(2 c_i α) + λ_i/2 |y_i|². The minimiser lies on the curve
     * y(τ) = (x − τ c d)/(1 + c α λ), 0 ≤ τ ≤ α/ρ (optimality conditions), on which a bracketing search finds it.
     */
    @ParameterizedTest
    @CsvSource({"0.1,0,0,1", "1,0,0,1", "10,0,0,1", "1,0.1,0.1,1", "10,0.5,0.5,1", "0.3,0.2,0,2", "5,0.2,0.7,0.5"})
    @DisplayName("the step minimises the truncated model plus the proximal terms, groups included")
    void minimisesTheModel(double alpha, double lambda1, double lambda2, double scale2) {
        ParameterLayout layout = ParameterLayout.builder()
                .tensor("w", new ParameterGroup("w", OptionalDouble.of(lambda1), 1), 4)
                .tensor("b", new ParameterGroup("b", OptionalDouble.of(lambda2), scale2), 2).build();
        double[] lambda = {lambda1, lambda1, lambda1, lambda1, lambda2, lambda2};
        double[] scale = {1, 1, 1, 1, scale2, scale2};
        SplittableRandom random = new SplittableRandom(7);
        double fStar = -0.4;
        for (int trial = 0; trial < 50; trial++) {
            FlatVector x = gaussian(random);
            FlatVector g = gaussian(random);
            double loss = random.nextDouble() * 3;
            double[] before = x.toArray();
            Momo momo = new Momo(new MomentumMethod(new BiasCorrectedAverage(0.7), new IdentityPreconditioner()), 0,
                    Decay.PROXIMAL, setting(layout, alpha, fStar));
            momo.step(x, g, loss);
            double objective = objective(x.toArray(), before, g.toArray(), loss, fStar, alpha, lambda, scale);
            double best = new BrentOptimizer(1e-12, 1e-14).optimize(new MaxEval(1000), GoalType.MINIMIZE,
                    new SearchInterval(0, alpha), new UnivariateObjectiveFunction(tau -> {
                        double[] y = before.clone();
                        for (int i = 0; i < N; i++) {
                            y[i] = (before[i] - tau * scale[i] * g.get(i)) / (1 + scale[i] * alpha * lambda[i]);
                        }
                        return objective(y, before, g.toArray(), loss, fStar, alpha, lambda, scale);
                    })).getValue();
            assertTrue(objective <= best + 1e-10 * Math.max(1, Math.abs(best)), objective + " > " + best);
            assertNoBetterPointNearby(objective, x.toArray(), before, g, loss, fStar, alpha, lambda, scale, random);
        }
    }

    /** After one step m_1(y) = f + ⟨g, y − x⟩, whatever the averaging: ρ divides out. */
    private static double objective(double[] y, double[] x, double[] g, double loss, double fStar, double alpha,
            double[] lambda, double[] scale) {
        double model = loss;
        double penalty = 0;
        for (int i = 0; i < N; i++) {
            model += g[i] * (y[i] - x[i]);
            penalty += (y[i] - x[i]) * (y[i] - x[i]) / (2 * scale[i] * alpha) + lambda[i] / 2 * y[i] * y[i];
        }
        return Math.max(model, fStar) + penalty;
    }

    private static void assertNoBetterPointNearby(double objective, double[] y, double[] x, FlatVector g, double loss,
            double fStar, double alpha, double[] lambda, double[] scale, SplittableRandom random) {
        for (int i = 0; i < 100; i++) {
            double[] other = y.clone();
            for (int j = 0; j < N; j++) {
                other[j] += 1e-3 * random.nextDouble(-1, 1);
            }
            assertTrue(objective <= objective(other, x, g.toArray(), loss, fStar, alpha, lambda, scale) + 1e-12);
        }
    }

    @Test
    @DisplayName("with equal decay and scale, groups are the formula of a single group: (1+αλ)(f̄-γ-ρf*) + <d,x> over |d|²")
    void equalGroupsAreTheSimpleFormula() {
        SplittableRandom random = new SplittableRandom(3);
        double alpha = 2;
        double lambda = 0.3;
        FlatVector x = gaussian(random);
        FlatVector g = gaussian(random);
        double loss = 4;
        double gx = dot(g, x);
        double t = Math.max(0, (1 + alpha * lambda) * (loss - gx - 0.1) + gx) / dot(g, g);
        StepReport report = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()),
                lambda,
                Decay.PROXIMAL, setting(ParameterLayout.flat(N), alpha, 0.1)).step(x, g, loss);
        assertEquals(t, report.adaptiveTerm(), 1e-14 * t);
    }

    @Test
    @DisplayName("decoupled decay keeps the step size and multiplies by 1 - αλ")
    void decoupled() {
        SplittableRandom random = new SplittableRandom(4);
        FlatVector proximal = gaussian(random);
        FlatVector decoupled = proximal.copy();
        double[] before = proximal.toArray();
        FlatVector g = gaussian(random);
        MomentumMethod method = new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner());
        StepReport one = new Momo(method, 0.1, Decay.PROXIMAL, setting(ParameterLayout.flat(N), 0.5, 0)).step(proximal,
                g, 1);
        StepReport two = new Momo(method, 0.1, Decay.DECOUPLED, setting(ParameterLayout.flat(N), 0.5, 0))
                .step(decoupled, g, 1);
        assertEquals(one.stepSize(), two.stepSize());
        for (int i = 0; i < N; i++) {
            assertEquals((before[i] - one.stepSize() * g.get(i)) / 1.05, proximal.get(i), 1e-15);
            assertEquals(0.95 * before[i] - one.stepSize() * g.get(i), decoupled.get(i), 1e-15);
        }
    }

    @Test
    @DisplayName("heavy ball takes the steps of the bias-corrected average: same iterates, same bounds")
    void heavyBallIsBiasCorrected() {
        SplittableRandom random = new SplittableRandom(5);
        double beta = 0.8;
        FlatVector x1 = gaussian(random);
        FlatVector x2 = x1.copy();
        var bound1 = new OnlineBound(-3);
        var bound2 = new OnlineBound(-3);
        Momo heavyBall = new Momo(new MomentumMethod(new HeavyBall(beta), new IdentityPreconditioner()), 0.01,
                Decay.PROXIMAL,
                new Setting(ParameterLayout.flat(N), ElementType.FLOAT64, k -> 0.7, bound1, new Random(0)));
        Momo corrected = new Momo(new MomentumMethod(new BiasCorrectedAverage(beta), new IdentityPreconditioner()),
                0.01,
                Decay.PROXIMAL,
                new Setting(ParameterLayout.flat(N), ElementType.FLOAT64, k -> 0.7, bound2, new Random(0)));
        for (int k = 0; k < 100; k++) {
            FlatVector g = gaussian(random);
            double loss = random.nextDouble();
            heavyBall.step(x1, g, loss);
            corrected.step(x2, g, loss);
            for (int i = 0; i < N; i++) {
                assertEquals(x2.get(i), x1.get(i), 1e-12 * Math.max(1, Math.abs(x2.get(i))));
            }
            assertEquals(bound2.value(), bound1.value(), 1e-12 * Math.max(1, Math.abs(bound2.value())));
        }
    }

    @Test
    @DisplayName("adding a constant to losses and bound changes no step")
    void invariantUnderConstants() {
        SplittableRandom random = new SplittableRandom(6);
        FlatVector x1 = gaussian(random);
        FlatVector x2 = x1.copy();
        MomentumMethod uniform1 = new MomentumMethod(new UniformAverage(),
                new AdamPreconditioner(0.9, 1e-8, N, ElementType.FLOAT64));
        MomentumMethod uniform2 = new MomentumMethod(new UniformAverage(),
                new AdamPreconditioner(0.9, 1e-8, N, ElementType.FLOAT64));
        Momo plain = new Momo(uniform1, 0, Decay.PROXIMAL, setting(ParameterLayout.flat(N), 1, 0));
        Momo shifted = new Momo(uniform2, 0, Decay.PROXIMAL, setting(ParameterLayout.flat(N), 1, 16));
        for (int k = 0; k < 50; k++) {
            FlatVector g = gaussian(random);
            double loss = random.nextDouble();
            plain.step(x1, g, loss);
            shifted.step(x2, g, loss + 16);
            for (int i = 0; i < N; i++) {
                assertEquals(x1.get(i), x2.get(i), 1e-12);
            }
        }
    }

    @Test
    @DisplayName("a look-ahead of weights p, q steps along p d + q g with losses, gammas and rhos to match")
    void lookAhead() {
        SplittableRandom random = new SplittableRandom(8);
        double beta = 0.6;
        double p = 0.9;
        double q = 0.25;
        var nesterov = new Averaging() {
            @Override
            public double a(long k) {
                return beta;
            }

            @Override
            public double b(long k) {
                return 1 - beta;
            }

            @Override
            public boolean looksAhead() {
                return true;
            }

            @Override
            public double p(long k) {
                return p;
            }

            @Override
            public double q(long k) {
                return q;
            }
        };
        FlatVector x = gaussian(random);
        Momo momo = new Momo(new MomentumMethod(nesterov, new IdentityPreconditioner()), 0, Decay.PROXIMAL,
                setting(ParameterLayout.flat(N), Double.POSITIVE_INFINITY, -1));
        double[] d = new double[N];
        double lossAverage = 0;
        double gamma = 0;
        double rho = 0;
        for (int k = 1; k <= 30; k++) {
            FlatVector g = gaussian(random);
            double loss = random.nextDouble();
            double[] before = x.toArray();
            double gx = dot(g, x);
            lossAverage = beta * lossAverage + (1 - beta) * loss;
            gamma = beta * gamma + (1 - beta) * gx;
            rho = beta * rho + (1 - beta);
            double[] used = new double[N];
            double ux = 0;
            double uu = 0;
            for (int i = 0; i < N; i++) {
                d[i] = beta * d[i] + (1 - beta) * g.get(i);
                used[i] = p * d[i] + q * g.get(i);
                ux += used[i] * before[i];
                uu += used[i] * used[i];
            }
            double e = p * lossAverage + q * loss - (p * gamma + q * gx) - (p * rho + q) * -1 + ux;
            StepReport report = momo.step(x, g, loss);
            assertEquals(Math.max(e, 0) / uu, report.stepSize(), 1e-12);
            assertEquals(p * rho + q, report.rho(), 1e-15);
            assertEquals(e / (p * rho + q) - 1, report.modelValue(), 1e-12, "h/rho, where e = h + rho for f* = -1");
            for (int i = 0; i < N; i++) {
                assertEquals(before[i] - report.stepSize() * used[i], x.get(i), 1e-12);
            }
        }
    }

    @Test
    @DisplayName("the weight of a sample scales b_k in all four averages")
    void sampleWeight() {
        SplittableRandom random = new SplittableRandom(9);
        FlatVector x1 = gaussian(random);
        FlatVector x2 = x1.copy();
        // a weight that is the same at every step changes nothing but rho
        Momo plain = new Momo(new MomentumMethod(new BiasCorrectedAverage(0.5), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, setting(ParameterLayout.flat(N), 1, 0));
        Momo weighted = new Momo(new MomentumMethod(new BiasCorrectedAverage(0.5), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, setting(ParameterLayout.flat(N), 1, 0));
        for (int k = 0; k < 20; k++) {
            FlatVector g = gaussian(random);
            double loss = random.nextDouble();
            StepReport one = plain.step(x1, g, loss);
            StepReport two = weighted.step(x2, new Weighted(loss, g, 0.25));
            assertEquals(one.rho() / 4, two.rho(), 1e-15);
            for (int i = 0; i < N; i++) {
                assertEquals(x1.get(i), x2.get(i), 1e-12);
            }
        }
    }

    @Test
    @DisplayName("per-sample bounds are averaged with the weights of the loss")
    void perSampleBounds() {
        SplittableRandom random = new SplittableRandom(10);
        double[] bounds = {0.5, -1, 2};
        FlatVector x = gaussian(random);
        Momo momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.5), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL,
                new Setting(ParameterLayout.flat(N), ElementType.FLOAT64, k -> 1e-3, new PerSampleBound(bounds),
                        new Random(0)));
        assertTrue(momo.needs().contains(Need.INDICES));
        double average = 0;
        for (int k = 1; k <= 10; k++) {
            int s = random.nextInt(3);
            double weight = k == 1 ? 1 : 0.5;
            average = (1 - weight) * average + weight * bounds[s];
            StepReport report = momo.step(x, new Indexed(1, gaussian(random), s));
            assertEquals(average, report.lowerBound(), 1e-15);
        }
    }

    @Test
    @DisplayName("a look-ahead takes the weights and bounds of samples in, too")
    void lookAheadOfWeightedSamples() {
        SplittableRandom random = new SplittableRandom(12);
        double beta = 0.5;
        double[] bounds = {0.5, -1, 2};
        Momo momo = new Momo(
                new MomentumMethod(new LookAhead(new BiasCorrectedAverage(beta), beta), new IdentityPreconditioner()),
                0,
                Decay.PROXIMAL, new Setting(ParameterLayout.flat(N), ElementType.FLOAT64, k -> 1e-3,
                        new PerSampleBound(bounds), new Random(0)));
        FlatVector x = gaussian(random);
        double rho = 0;
        double average = 0;
        for (int k = 1; k <= 10; k++) {
            int s = random.nextInt(3);
            double weight = random.nextDouble(0.1, 2);
            rho = beta * rho + (1 - beta) * weight;
            average = beta * average + (1 - beta) * weight * bounds[s];
            StepReport report = momo.step(x, new WeightedAndIndexed(1, gaussian(random), weight, s));
            double used = beta * rho + (1 - beta) * weight;
            assertEquals(used, report.rho(), 1e-15);
            assertEquals((beta * average + (1 - beta) * weight * bounds[s]) / used, report.lowerBound(), 1e-14);
        }
    }

    @Test
    @DisplayName("the weight of a sample must be positive and finite")
    void wrongWeights() {
        SplittableRandom random = new SplittableRandom(13);
        Momo momo = fresh(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 1, 0);
        FlatVector x = gaussian(random);
        FlatVector g = gaussian(random);
        for (double weight : new double[]{0, -1}) {
            assertEquals("weight of the sample at step 1 is " + weight + "; it must be positive",
                    assertThrows(IllegalArgumentException.class, () -> momo.step(x, new Weighted(1, g, weight)))
                            .getMessage());
        }
        assertThrows(NonFiniteStepException.class, () -> momo.step(x, new Weighted(1, g, Double.POSITIVE_INFINITY)));
    }

    @Test
    @DisplayName("Acted says what decided: cap, adaptive term, model at bound, zero direction")
    void acted() {
        SplittableRandom random = new SplittableRandom(11);
        FlatVector g = gaussian(random);
        MomentumMethod method = new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner());
        assertEquals(Acted.CAP, fresh(method, 1e-6, 0).step(gaussian(random), g, 1).acted());
        assertEquals(Acted.ADAPTIVE_TERM, fresh(method, 1e6, 0).step(gaussian(random), g, 1).acted());
        assertEquals(Acted.MODEL_AT_BOUND, fresh(method, 1, 5).step(gaussian(random), g, 1).acted());
        assertEquals(Acted.ZERO_DIRECTION, fresh(method, 1, 0).step(gaussian(random), g.zerosLike(), 1).acted());
        FlatVector zero = g.zerosLike();
        FlatVector two = FlatVector.of(DoubleStream.generate(() -> 2).limit(N).toArray());
        assertEquals(Acted.ADAPTIVE_TERM, fresh(method, 0.25, 0).step(zero, two, N).acted(), "both are 1/4");
        assertEquals(Acted.MODEL_AT_BOUND, fresh(method, 1, 3).step(zero.copy(), g, 3).acted(), "f - f* is exactly 0");
    }

    private static Momo fresh(MomentumMethod method, double alpha, double fStar) {
        return new Momo(method, 0, Decay.PROXIMAL, setting(ParameterLayout.flat(N), alpha, fStar));
    }

    private static Setting setting(ParameterLayout layout, double alpha, double fStar) {
        return new Setting(layout, ElementType.FLOAT64, k -> alpha, new KnownBound(fStar), new Random(0));
    }

    private static FlatVector gaussian(SplittableRandom random) {
        return FlatVector.of(DoubleStream.generate(random::nextGaussian).limit(N).toArray());
    }

    private static double dot(FlatVector x, FlatVector y) {
        double sum = 0;
        for (long i = 0; i < x.size(); i++) {
            sum += x.get(i) * y.get(i);
        }
        return sum;
    }

    private record Weighted(double loss, FlatVector gradient, double weight) implements Sample {}

    private record WeightedAndIndexed(double loss, FlatVector gradient, double weight, int index) implements Sample {
        @Override
        public Batch batch() {
            return Batch.of(index);
        }
    }

    private record Indexed(double loss, FlatVector gradient, int index) implements Sample {
        @Override
        public Batch batch() {
            return Batch.of(index);
        }
    }
}
