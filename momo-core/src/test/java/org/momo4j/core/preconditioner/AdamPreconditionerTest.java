package org.momo4j.core.preconditioner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class AdamPreconditionerTest {
    @Test
    @DisplayName("D_k = diag(ε + sqrt(v_k/(1 − β2^k))), v_k the average of squared gradients")
    void metric() {
        AdamPreconditioner adam = new AdamPreconditioner(0.9, 1e-3, 3, ElementType.FLOAT64);
        SplittableRandom random = new SplittableRandom(1);
        double[] v = new double[3];
        FlatVector ones = FlatVector.of(1, 1, 1);
        for (int k = 1; k <= 20; k++) {
            FlatVector gradient = FlatVector.of(random.doubles(3, -2, 2).toArray());
            adam.observe(k, 0.1, gradient, gradient);
            FlatVector inverse = adam.applyInverse(ones, ones.zerosLike());
            for (int i = 0; i < 3; i++) {
                v[i] = 0.9 * v[i] + 0.1 * gradient.get(i) * gradient.get(i);
                assertEquals(1 / (1e-3 + Math.sqrt(v[i] / (1 - Math.pow(0.9, k)))), inverse.get(i), 1e-11);
            }
            adam.accept();
        }
    }

    @Test
    @DisplayName("β2 outside [0, 1) and ε outside (0, inf) are refused, what lies at the ends is not")
    void ranges() {
        for (double beta2 : new double[]{-0.1, 1, Double.NaN}) {
            assertEquals("beta2 is " + beta2 + "; it must be in [0, 1)", refusal(beta2, 1e-8));
        }
        for (double epsilon : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals("epsilon is " + epsilon + "; it must be in (0, inf)", refusal(0.9, epsilon));
        }
        AdamPreconditioner signs = new AdamPreconditioner(0, Double.MIN_VALUE, 1, ElementType.FLOAT64);
        signs.observe(1, 1, FlatVector.of(-4), FlatVector.of(-4));
        assertEquals(-1, signs.applyInverse(FlatVector.of(-4), FlatVector.of(0)).get(0));
    }

    private static String refusal(double beta2, double epsilon) {
        return assertThrows(IllegalArgumentException.class,
                () -> new AdamPreconditioner(beta2, epsilon, 1, ElementType.FLOAT64)).getMessage();
    }
}
