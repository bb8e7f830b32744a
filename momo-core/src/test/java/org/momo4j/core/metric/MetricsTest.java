package org.momo4j.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/** The property that defines each metric. */
class MetricsTest {
    private static final int N = 8;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;

    /** A block of a metric that is shown one gradient after the other, with their average for the direction. */
    private static final class Shown {
        private final DiagonalMetric metric;
        private final MetricBlock block;
        private long k;

        Shown(DiagonalMetric metric) {
            this.metric = metric;
            block = new MetricBlock(metric.statistics().size());
        }

        double[] next(double rate, double... gradient) {
            block.begin(++k, rate, gradient.length);
            for (int i = 0; i < gradient.length; i++) {
                block.gradient()[i] = gradient[i];
                block.direction()[i] = BETA1 * block.direction()[i] + (1 - BETA1) * gradient[i];
            }
            metric.form(block);
            return Arrays.copyOf(block.diagonal(), gradient.length);
        }

        double diagonalBehind(int count) {
            return block.diagonal()[count];
        }

        double statistic() {
            return block.statistic(0)[0];
        }
    }

    private static double[] gradient(SplittableRandom random) {
        double scale = Math.pow(10, random.nextDouble(-3, 2));
        return random.doubles(N, -scale, scale).toArray();
    }

    @Test
    @DisplayName("RMSProp is Adam without the correction of the bias")
    void rmsProp() {
        SplittableRandom random = new SplittableRandom(1);
        Shown rmsProp = new Shown(new RmsPropMetric(TestMetric.BETA2, TestMetric.EPSILON));
        Shown adam = new Shown(TestMetric.ADAM);
        for (int k = 1; k <= 100; k++) {
            double[] g = gradient(random);
            double[] corrected = adam.next(1, g);
            double root = Math.sqrt(1 - Math.pow(TestMetric.BETA2, k));
            for (int i = 0; i < N; i++) {
                corrected[i] = TestMetric.EPSILON + (corrected[i] - TestMetric.EPSILON) * root;
            }
            double[] diagonal = rmsProp.next(1, g);
            for (int i = 0; i < N; i++) {
                assertEquals(corrected[i], diagonal[i], 1e-12 * corrected[i]);
            }
        }
    }

    @Test
    @DisplayName("AdaGrad grows like |g| sqrt(k) under a constant gradient")
    void adaGrad() {
        Shown adaGrad = new Shown(new AdaGradMetric(1e-10));
        for (int k = 1; k <= 1000; k++) {
            assertEquals(1e-10 + 0.3 * Math.sqrt(k), adaGrad.next(1, -0.3)[0], 1e-12 * Math.sqrt(k));
        }
    }

    @Test
    @DisplayName("AMSGrad never decreases, where Adam does")
    void amsGrad() {
        SplittableRandom random = new SplittableRandom(2);
        Shown amsGrad = new Shown(new AmsGradMetric(BETA2, 1e-8));
        Shown adam = new Shown(TestMetric.ADAM);
        double[] before = new double[N];
        double adamBefore = 0;
        boolean adamDecreased = false;
        for (int k = 1; k <= 500; k++) {
            double[] g = gradient(random);
            double[] diagonal = amsGrad.next(1, g);
            double adamNow = adam.next(1, g)[0];
            adamDecreased |= adamNow < adamBefore;
            adamBefore = adamNow;
            for (int i = 0; i < N; i++) {
                assertTrue(diagonal[i] >= before[i], "step " + k);
            }
            before = diagonal;
        }
        assertTrue(adamDecreased, "a test whose gradients tell the two apart");
    }

    @Test
    @DisplayName("AdaBelief: under a constant gradient the surprise dies out, down to the sum of ε")
    void adaBelief() {
        double epsilon = 1e-12;
        Shown adaBelief = new Shown(new AdaBeliefMetric(BETA2, epsilon));
        double first = adaBelief.next(1, 3)[0];
        double last = 0;
        for (int k = 2; k <= 5000; k++) {
            last = adaBelief.next(1, 3)[0];
        }
        assertEquals(BETA1 * 3, first, 1e-9, "at first all is surprise: g - m = β1 g");
        assertEquals(epsilon + Math.sqrt(epsilon / (1 - BETA2)), last, 1e-10);
    }

    @Test
    @DisplayName("Yogi changes v by (1 - β2) g² exactly, towards g²; Adam's change grows with v")
    void yogi() {
        SplittableRandom random = new SplittableRandom(3);
        Shown yogi = new Shown(new YogiMetric(BETA2, 1e-3));
        double before = 0;
        for (int k = 1; k <= 300; k++) {
            double g = gradient(random)[0];
            double[] diagonal = yogi.next(1, g);
            double change = (1 - BETA2) * g * g;
            double expected = before < g * g ? before + change : before - change;
            assertEquals(expected, yogi.statistic(), 1e-14 * Math.max(before, g * g));
            assertTrue(diagonal[0] > 0);
            before = yogi.statistic();
        }
    }

    @Test
    @DisplayName("AdaBound's rate lies between bounds that meet at the final rate, and is Adam's where they allow it")
    void adaBound() {
        SplittableRandom random = new SplittableRandom(4);
        AdaBoundMetric metric = new AdaBoundMetric(BETA1, TestMetric.BETA2, TestMetric.EPSILON, 0.1, 0.05);
        Shown adaBound = new Shown(metric);
        Shown adam = new Shown(TestMetric.ADAM);
        int clipped = 0;
        int free = 0;
        for (int k = 1; k <= 400; k++) {
            double[] g = gradient(random);
            double[] diagonal = adaBound.next(0.5, g);
            double[] adams = adam.next(0.5, g);
            double rate = 0.5 / (1 - Math.pow(BETA1, k));
            for (int i = 0; i < N; i++) {
                double effective = rate / diagonal[i];
                assertTrue(effective >= metric.lower(k) * (1 - 1e-14) && effective <= metric.upper(k) * (1 + 1e-14));
                if (rate / adams[i] > metric.lower(k) && rate / adams[i] < metric.upper(k)) {
                    assertEquals(adams[i], diagonal[i], 1e-13 * adams[i]);
                    free++;
                } else {
                    clipped++;
                }
            }
        }
        assertTrue(free > 0 && clipped > 0, free + " free, " + clipped + " clipped");
        assertEquals(0.1, metric.lower(1_000_000_000L), 1e-8);
        assertEquals(0.1, metric.upper(1_000_000_000L), 1e-8);
    }

    @Test
    @DisplayName("AdaBound refuses an infinite rate and says so")
    void adaBoundNeedsAFiniteRate() {
        Shown adaBound = new Shown(new AdaBoundMetric(BETA1, BETA2, 1e-8, 0.1, 1e-3));
        String message = assertThrows(IllegalArgumentException.class,
                () -> adaBound.next(Double.POSITIVE_INFINITY, 1)).getMessage();
        assertTrue(message.contains("step 1 is Infinity") && message.contains("(0, inf)"), message);
    }

    @Test
    @DisplayName("constants out of their range are refused by name, whichever they are")
    void ranges() {
        for (double beta : new double[]{-0.1, 1, Double.NaN}) {
            refused("beta2 is " + beta + "; it must be in [0, 1)", () -> new RmsPropMetric(beta, 1e-8),
                    () -> new AmsGradMetric(beta, 1e-8), () -> new AdaBeliefMetric(beta, 1e-8),
                    () -> new YogiMetric(beta, 1e-8), () -> new AdaBoundMetric(0.9, beta, 1e-8, 0.1, 1e-3));
            refused("beta1 is " + beta + "; it must be in [0, 1)",
                    () -> new AdaBoundMetric(beta, 0.9, 1e-8, 0.1, 1e-3));
        }
        for (double value : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refused("epsilon is " + value + "; it must be in (0, inf)", () -> new RmsPropMetric(0.9, value),
                    () -> new AdaGradMetric(value), () -> new AmsGradMetric(0.9, value),
                    () -> new AdaBeliefMetric(0.9, value), () -> new YogiMetric(0.9, value),
                    () -> new AdaBoundMetric(0.9, 0.9, value, 0.1, 1e-3));
            refused("finalRate is " + value, () -> new AdaBoundMetric(0.9, 0.9, 1e-8, value, 1e-3));
            refused("gamma is " + value, () -> new AdaBoundMetric(0.9, 0.9, 1e-8, 0.1, value));
        }
    }

    private static void refused(String why, Executable... makings) {
        for (Executable making : makings) {
            String message = assertThrows(IllegalArgumentException.class, making).getMessage();
            assertTrue(message.contains(why), message);
        }
    }

    @Test
    @DisplayName("a gradient of zero leaves every metric positive, and what lies behind the block alone")
    void zeroGradient() {
        for (DiagonalMetric metric : new DiagonalMetric[]{new RmsPropMetric(0.9, 1e-8), new AdaGradMetric(1e-10),
                new AmsGradMetric(0.9, 1e-8), new AdaBeliefMetric(0.9, 1e-16), new YogiMetric(0.9, 1e-3),
                new AdaBoundMetric(0.9, 0.9, 1e-8, 0.1, 1e-3)}) {
            Shown shown = new Shown(metric);
            double[] diagonal = shown.next(0.01, 0, 0);
            assertEquals(0, shown.diagonalBehind(2), metric.toString());
            assertTrue(diagonal[0] > 0, metric.toString());
            assertArrayEquals(new double[]{diagonal[0], diagonal[0]}, diagonal);
        }
    }
}
