package org.momo4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Updates in floats against the same in double. */
class FloatUpdatesTest {
    private static float average(double alpha, float x, double beta, float y) {
        boolean second = FloatUpdates.secondLeads(alpha, beta);
        return FloatUpdates.average(FloatUpdates.extra(alpha, beta), second ? y : x, FloatUpdates.part(alpha, beta),
                second ? x : y);
    }

    private static float move(double keep, float x, double step, float d) {
        return FloatUpdates.move(FloatUpdates.paramsLead(keep), FloatUpdates.share(keep), x, FloatUpdates.weight(step),
                d);
    }

    private static float spread(SplittableRandom random) {
        return (float) (random.nextGaussian() * Math.pow(10, random.nextDouble(-6, 6)));
    }

    @Test
    @DisplayName("α x + β y within 4 units in the last place of |x| + |y|")
    void averages() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            double beta = random.nextDouble();
            float x = spread(random);
            float y = spread(random);
            double unit = Math.ulp(Math.abs(x) + Math.abs(y));
            assertEquals((1 - beta) * x + beta * y, average(1 - beta, x, beta, y), 4 * unit);
            assertEquals(beta * x + y, average(beta, x, 1, y), 4 * unit);
        }
    }

    @Test
    @DisplayName("an average of one value is that value, however long; weight 1 gives the gradient itself")
    void doesNotDrift() {
        SplittableRandom random = new SplittableRandom(2);
        for (double beta : new double[]{0.3, 0.9, 0.9999}) {
            float value = spread(random);
            float average = average(0, 0, 1, value);
            for (int i = 0; i < 1000; i++) {
                average = average(beta, average, 1 - beta, value);
            }
            assertEquals(value, average);
            assertEquals(1e-7f, average(0, value, 1, 1e-7f));
        }
    }

    @Test
    @DisplayName("keep x − step d within 4 units in the last place of |x| + |step d|")
    void moves() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100_000; i++) {
            double keep = 1 / (1 + random.nextDouble());
            double step = random.nextDouble();
            float x = spread(random);
            float d = spread(random);
            double unit = Math.ulp((float) (Math.abs(x) + Math.abs(step * d)));
            assertEquals(keep * x - step * d,
                    move(keep, x, step, d),
                    4 * unit);
        }
    }

    @Test
    @DisplayName("the same where little of x is kept: within 4 units in the last place of |keep x| + |step d|")
    void keepsLittle() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100_000; i++) {
            double keep = Math.pow(10, random.nextDouble(-12, 0)) * (random.nextBoolean() ? 1 : -1);
            double step = random.nextDouble();
            float x = spread(random);
            float d = random.nextBoolean() ? 0 : (float) (keep * spread(random));
            double unit = Math.ulp((float) (Math.abs(keep * x) + Math.abs(step * d)));
            assertEquals(keep * x - step * d, move(keep, x, step, d), 4 * unit);
        }
    }

    @Test
    @DisplayName("a weight beyond all floats is the largest float, never NaN")
    void saturates() {
        assertEquals(0, move(1, 0, 1e300, 0));
    }
}
