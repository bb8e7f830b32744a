package org.momo4j.examples.tutorials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.method.MomentumMethodContract;
import org.momo4j.testkit.method.MomentumMethodSubject;

class MethodOfOnesOwnTest implements MomentumMethodContract {
    @Override
    public Stream<MomentumMethodSubject> subjects() {
        return Stream.of(new MomentumMethodSubject("growing weights, signs", (layout, type) -> new MomentumMethod(
                new GrowingWeights(), new DiagonalPreconditioner(new SignMetric(1e-8), layout.size(), type))));
    }

    @Test
    void sampleJWeighsTwoJOverKTimesKPlusOne() {
        GrowingWeights weights = new GrowingWeights();
        double[] w = new double[11];
        for (int k = 1; k <= 10; k++) {
            for (int j = 1; j < k; j++) {
                w[j] *= weights.a(k);
            }
            w[k] = weights.b(k);
            for (int j = 1; j <= k; j++) {
                assertEquals(2.0 * j / (k * (k + 1)), w[j], 1e-15, "w_" + j + "," + k);
            }
        }
    }

    @Test
    void theStepsByHand() {
        double t = 12.5 / 7;
        assertStep(1, 2, -3);
        assertStep(10, 3 - t, -4 + t);
    }

    private static void assertStep(double learningRate, double first, double second) {
        Optimizer momo = MethodOfOnesOwn.optimizer(2, learningRate);
        FlatVector x = FlatVector.of(ElementType.FLOAT64, 3, -4);
        momo.step(x, FlatVector.of(ElementType.FLOAT64, 3, -4), 12.5);
        assertEquals(first, x.get(0), 1e-7); // ε is 1e-8, and the smallest |d_i| is 3
        assertEquals(second, x.get(1), 1e-7);
    }

    @Test
    void theProgramRuns() {
        MethodOfOnesOwn.main(new String[0]);
    }
}
