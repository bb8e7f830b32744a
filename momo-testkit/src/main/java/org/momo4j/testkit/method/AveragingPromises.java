package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.momo4j.api.method.Averaging;
import org.momo4j.testkit.Promise;

/** The weights of an averaging. */
final class AveragingPromises {
    static final List<Promise<MomentumMethodTrial>> ALL = List.of(
            new Promise<>("weights: finite, a ≥ 0, b > 0, and a positive sum", AveragingPromises::ranges),
            new Promise<>("weights are functions of k alone", AveragingPromises::noMemory));

    private static final long[] STEPS = LongStream
            .concat(LongStream.rangeClosed(1, 200), LongStream.of(1000, 1_000_000, 1_000_000_000L)).toArray();

    private AveragingPromises() {}

    private static void ranges(MomentumMethodTrial trial) {
        Averaging averaging = trial.create().averaging();
        for (long k : STEPS) {
            double a = averaging.a(k);
            double b = averaging.b(k);
            assertTrue(a >= 0 && a < Double.POSITIVE_INFINITY, "a_" + k + " is " + a);
            assertTrue(b > 0 && b < Double.POSITIVE_INFINITY, "b_" + k + " is " + b);
            assertTrue(Double.isFinite(averaging.p(k)), "p_" + k + " is " + averaging.p(k));
            assertTrue(Double.isFinite(averaging.q(k)), "q_" + k + " is " + averaging.q(k));
        }
        double rho = 0;
        for (long k = 1; k <= 1000; k++) {
            rho = averaging.a(k) * rho + averaging.b(k);
            double used = averaging.p(k) * rho + averaging.q(k);
            assertTrue(rho > 0 && rho < Double.POSITIVE_INFINITY, "rho_" + k + " is " + rho);
            assertTrue(used > 0 && used < Double.POSITIVE_INFINITY, "p rho + q at step " + k + " is " + used);
        }
    }

    private static void noMemory(MomentumMethodTrial trial) {
        Averaging averaging = trial.create().averaging();
        Averaging fresh = trial.create().averaging();
        List<double[]> upwards = new ArrayList<>();
        for (long k : STEPS) {
            upwards.add(weights(averaging, k));
        }
        for (int i = STEPS.length - 1; i >= 0; i--) {
            assertArrayEquals(upwards.get(i), weights(averaging, STEPS[i]), "asked again for k = " + STEPS[i]);
            assertArrayEquals(upwards.get(i), weights(fresh, STEPS[i]), "a fresh averaging at k = " + STEPS[i]);
        }
    }

    private static double[] weights(Averaging averaging, long k) {
        return new double[]{averaging.a(k), averaging.b(k), averaging.p(k), averaging.q(k)};
    }
}
