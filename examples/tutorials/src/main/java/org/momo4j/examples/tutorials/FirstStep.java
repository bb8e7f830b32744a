package org.momo4j.examples.tutorials;

import java.util.random.RandomGenerator;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * The example of README.md.
 *
 * @param params where the step led
 * @param report what it did
 */
record FirstStep(FlatVector params, StepReport report) {
    static FirstStep of(int n, FlatVector gradient, double loss, RandomGenerator random) {
        FlatVector params = FlatVector.zeros(ElementType.FLOAT32, n);
        Optimizer momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL,
                new Setting(ParameterLayout.flat(n), ElementType.FLOAT32, k -> 1, new KnownBound(0), random));
        StepReport report = momo.step(params, gradient, loss); // params have moved; the report says why so far
        return new FirstStep(params, report);
    }
}
