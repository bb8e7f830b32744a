package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;

/** D_k is a metric. */
final class MetricPromises {
    static final List<Promise<MomentumMethodTrial>> ALL = List.of(
            new Promise<>("D_k is symmetric", MetricPromises::symmetric),
            new Promise<>("D_k is positive definite", MetricPromises::positiveDefinite),
            new Promise<>("gradients of zero and next to zero leave D_k finite and positive",
                    MetricPromises::withoutGradients),
            new Promise<>("D_k is linear", MetricPromises::linear),
            new Promise<>("applyInverse returns its out or its direction, and writes out alone",
                    MetricPromises::writesOutAlone));

    private static final int STEPS = 12;
    private static final int VECTORS = 10;
    private static final double GUARD = -123.5;

    private MetricPromises() {}

    private interface At {
        void step(Metric metric, long k);
    }

    private static void atEveryStep(MomentumMethodTrial trial, At check) {
        Metric metric = Metric.of(trial);
        for (long k = 1; k <= STEPS; k++) {
            metric.observe(k);
            check.step(metric, k);
            metric.preconditioner().accept();
        }
    }

    private static void symmetric(MomentumMethodTrial trial) {
        atEveryStep(trial, (metric, k) -> {
            for (int i = 0; i < VECTORS; i++) {
                FlatVector u = metric.vector(100 + i);
                FlatVector v = metric.vector(200 + i);
                double uv = dot(u, metric.inverse(v));
                double vu = dot(v, metric.inverse(u));
                double scale = Math.sqrt(dot(u, metric.inverse(u)) * dot(v, metric.inverse(v)));
                assertEquals(uv, vu, trial.rounding() * scale, "<u, D^-1 v> and <v, D^-1 u> at step " + k);
            }
        });
    }

    private static void positiveDefinite(MomentumMethodTrial trial) {
        atEveryStep(trial, (metric, k) -> {
            for (int i = 0; i < VECTORS; i++) {
                FlatVector u = metric.vector(100 + i);
                assertPositive(dot(u, metric.inverse(u)), "<u, D^-1 u> at step " + k);
            }
            assertPositiveDiagonal(trial, metric, k);
        });
    }

    private static void assertPositiveDiagonal(MomentumMethodTrial trial, Metric metric, long k) {
        for (int i = 0; i < Metric.DIMENSION; i++) {
            FlatVector unit = FlatVector.zeros(trial.type(), Metric.DIMENSION);
            unit.set(i, 1);
            assertPositive(metric.inverse(unit).get(i), "<e_" + i + ", D^-1 e_" + i + "> at step " + k);
        }
    }

    private static void withoutGradients(MomentumMethodTrial trial) {
        Metric metric = Metric.of(trial);
        long k = 0;
        for (double size : new double[]{0, 0, 1e-30, 0, 1, 0, 0}) { // 1e-30 squared is 0 in float32
            k++;
            FlatVector gradient = metric.vector(k);
            for (long i = 0; i < gradient.size(); i++) {
                gradient.set(i, size * gradient.get(i));
            }
            metric.observe(k, gradient, gradient);
            assertPositiveDiagonal(trial, metric, k);
            metric.preconditioner().accept();
        }
    }

    private static void assertPositive(double value, String what) {
        assertTrue(value > 0 && value < Double.POSITIVE_INFINITY, what + " is " + value);
    }

    private static void linear(MomentumMethodTrial trial) {
        atEveryStep(trial, (metric, k) -> {
            FlatVector u = metric.vector(100);
            FlatVector v = metric.vector(200);
            FlatVector sum = u.zerosLike();
            for (int i = 0; i < Metric.DIMENSION; i++) {
                sum.set(i, u.get(i) - 2 * v.get(i));
            }
            FlatVector ofU = metric.inverse(u);
            FlatVector ofV = metric.inverse(v);
            FlatVector ofSum = metric.inverse(sum);
            double scale = Math.sqrt(dot(ofU, ofU)) + 2 * Math.sqrt(dot(ofV, ofV));
            for (int i = 0; i < Metric.DIMENSION; i++) {
                assertEquals(ofU.get(i) - 2 * ofV.get(i), ofSum.get(i), trial.rounding() * scale,
                        "element " + i + " of D^-1 (u - 2 v) at step " + k);
            }
        });
    }

    private static void writesOutAlone(MomentumMethodTrial trial) {
        Metric metric = Metric.of(trial);
        for (long k = 1; k <= STEPS; k++) {
            FlatVector gradient = guarded(metric.gradient(k));
            FlatVector direction = guarded(metric.direction(k));
            FlatVector out = guarded(metric.vector(5));
            Bits gradientBefore = Bits.of(gradient);
            Bits directionBefore = Bits.of(direction);
            metric.observe(k, inside(gradient), inside(direction));
            FlatVector given = inside(direction);
            FlatVector room = inside(out);
            FlatVector first = metric.preconditioner().applyInverse(given, room);
            assertSame(first == given ? given : room, first, "what applyInverse returns");
            Bits bits = Bits.of(first);
            Bits.assertSame("D^-1 d asked for twice", bits, Bits.of(metric.inverse(given)));
            metric.preconditioner().accept();
            Bits.assertSame("gradient", gradientBefore, Bits.of(gradient));
            Bits.assertSame("direction", directionBefore, Bits.of(direction));
            for (long i = 0; i < out.size(); i++) {
                if (i < 3 || i >= 3 + Metric.DIMENSION) {
                    assertEquals(GUARD, out.get(i), "element " + (i - 3) + " relative to out");
                }
            }
        }
    }

    private static FlatVector guarded(FlatVector vector) {
        FlatVector around = FlatVector.zeros(vector.type(), vector.size() + 10);
        around.fill(GUARD);
        inside(around).copyFrom(vector);
        return around;
    }

    private static FlatVector inside(FlatVector around) {
        return around.slice(3, around.size() - 10);
    }

    private static double dot(FlatVector u, FlatVector v) {
        double sum = 0;
        for (long i = 0; i < u.size(); i++) {
            sum += u.get(i) * v.get(i);
        }
        return sum;
    }
}
