package org.momo4j.examples.tutorials;

import java.util.random.RandomGenerator;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.momo.Momo;

/** A momentum method of one's own, and MoMo on top of it. */
public final class MethodOfOnesOwn {
    private MethodOfOnesOwn() {}

    /** MoMo with growing weights, in the metric of signs, for n numbers. */
    static Optimizer optimizer(long n, double learningRate) {
        MomentumMethod method = new MomentumMethod(new GrowingWeights(),
                new DiagonalPreconditioner(new SignMetric(1e-8), n, ElementType.FLOAT64));
        return new Momo(method, 0, Decay.PROXIMAL, new Setting(ParameterLayout.flat(n), ElementType.FLOAT64,
                k -> learningRate, new KnownBound(0), RandomGenerator.getDefault()));
    }

    /** Minimises |x|²/2 from (3, -4), and says what each step did. */
    public static void main(String[] args) {
        Optimizer momo = optimizer(2, 1);
        FlatVector x = FlatVector.of(ElementType.FLOAT64, 3, -4);
        for (int k = 1; k <= 10; k++) {
            FlatVector gradient = FlatVector.of(ElementType.FLOAT64, x.get(0), x.get(1));
            double loss = (x.get(0) * x.get(0) + x.get(1) * x.get(1)) / 2;
            System.out.println(momo.step(x, gradient, loss));
        }
    }
}
