package org.momo4j.core.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.method.Decay;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.choice.Kernels;
import org.momo4j.core.preconditioner.AdamPreconditioner;

/** Sums over ten million elements that nearly cancel, denormals among them, against sums that are exact to 32 digits. */
class ExactSumsTest {
    private static final int N = 10_000_000;
    private static final double BETA2 = 0.99;

    @ParameterizedTest
    @EnumSource
    @DisplayName("all sums of a step within 1e-12 of exact arithmetic, relative to the sum of absolute terms")
    void tenMillionElements(ElementType type) {
        ParameterLayout layout = ParameterLayout.flat(N);
        Setting setting = new Setting(layout, type, k -> 0.1, new KnownBound(0), new SplittableRandom(0), 2);
        Groups groups = new Groups(layout, 0, Decay.PROXIMAL);
        AdamPreconditioner adam = new AdamPreconditioner(BETA2, 1e-8, N, type);
        FlatVector direction = FlatVector.zeros(type, N);
        FlatVector gradient = direction.zerosLike();
        FlatVector squares = direction.zerosLike();
        FlatVector params = direction.zerosLike();
        fill(direction, gradient, squares, params);

        Passes euclidean = new EuclideanPasses(Kernels.VECTOR, groups, setting);
        euclidean.restore(State.version(1).with("direction", direction).with("preconditioner", State.empty()));
        assertSums(euclidean, null, gradient, params);
        Passes inAdamsMetric = new AdamPasses(Kernels.VECTOR, adam, groups, setting);
        inAdamsMetric.restore(State.version(1).with("direction", direction).with("preconditioner",
                State.version(1).with("v", squares)));
        AdamMetric metric = new AdamMetric(BETA2, 1e-8);
        metric.correctBy(1 - Math.pow(BETA2, 7));
        assertSums(inAdamsMetric, metric, gradient, params);
    }

    /** The second half cancels the first to seven digits; some entries are denormal, some large. */
    private static void fill(FlatVector direction, FlatVector gradient, FlatVector squares, FlatVector params) {
        SplittableRandom random = new SplittableRandom(5);
        double tiny = direction.type() == ElementType.FLOAT64 ? Double.MIN_VALUE : Float.MIN_VALUE;
        for (int i = 0; i < N / 2; i++) {
            double scale = switch (random.nextInt(8)) {
                case 0 -> tiny * 1000;
                case 1 -> 1e9;
                default -> 1;
            };
            int mirror = N - 1 - i;
            double g = scale * random.nextDouble(-1, 1);
            double d = scale * random.nextDouble(-1, 1);
            double x = random.nextDouble(-1, 1);
            double v = scale * random.nextDouble();
            gradient.set(i, g);
            gradient.set(mirror, g);
            direction.set(i, d);
            direction.set(mirror, d);
            squares.set(i, v);
            squares.set(mirror, v);
            params.set(i, x);
            params.set(mirror, -x * (1 + 1e-7 * random.nextDouble()));
        }
    }

    private static void assertSums(Passes passes, @Nullable AdamMetric metric,
            FlatVector gradient, FlatVector params) {
        Sums sums = new Sums();
        Weights weights = new Weights() {
            @Override
            public long k() {
                return 7;
            }

            @Override
            public double a() {
                return 0.9;
            }

            @Override
            public double b() {
                return 0.1;
            }
        };
        passes.read(weights, 0.1, params, gradient, sums);
        FlatVector moved = params.copy();
        passes.write(0.1, 0.01, moved, gradient); // d and v as both passes form them
        State written = passes.state();
        FlatVector d = written.vector("direction", params.type(), N);
        FlatVector v = metric == null ? d : written.child("preconditioner").vector("v", params.type(), N);

        DoubleDouble gx = new DoubleDouble();
        DoubleDouble dx = new DoubleDouble();
        DoubleDouble absoluteDx = new DoubleDouble();
        DoubleDouble dd = new DoubleDouble();
        for (int i = 0; i < N; i++) {
            double x = params.get(i);
            gx.addProduct(gradient.get(i), x);
            dx.addProduct(d.get(i), x);
            absoluteDx.addProduct(Math.abs(d.get(i)), Math.abs(x));
            dd.addProduct(d.get(i), preconditioned(metric, params.type(), d.get(i), v.get(i)));
        }
        assertTrue(gx.absolute() > 1e6 * Math.abs(gx.value()), "the terms cancel");
        gx.assertClose(sums.gradientDotParams());
        dx.assertClose(sums.directionDotParams());
        absoluteDx.assertClose(sums.absoluteDirectionDotParams());
        dd.assertClose(sums.directionNormSquared());
        assertEquals(sums.directionDotParams(), sums.decayedDirectionDotParams());
    }

    private static double preconditioned(@Nullable AdamMetric metric, ElementType type,
            double d, double v) {
        if (metric == null) {
            return d;
        }
        return type == ElementType.FLOAT64 ? metric.applyInverse(d, v) : metric.applyInverse((float) d, (float) v);
    }

    /** A sum of products as an unevaluated sum of two doubles: 106 bits (Dekker 1971). */
    private static final class DoubleDouble {
        private double high;
        private double low;
        private double absolute;

        void addProduct(double a, double b) {
            double product = a * b;
            double sum = high + product;
            double shift = sum - high;
            low += (high - (sum - shift)) + (product - shift) + Math.fma(a, b, -product);
            high = sum;
            absolute += Math.abs(product);
        }

        double value() {
            return high + low;
        }

        double absolute() {
            return absolute;
        }

        void assertClose(double sum) {
            double error = Math.abs((high - sum) + low);
            assertTrue(error <= 1e-12 * absolute, sum + " is off by " + error / absolute + " of the absolute terms");
        }
    }
}
