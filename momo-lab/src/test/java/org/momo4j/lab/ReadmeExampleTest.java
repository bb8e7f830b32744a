package org.momo4j.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
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

/** The example of the README, word for word. */
class ReadmeExampleTest {
    @Test
    void itRuns() {
        int n = 2;
        double loss = 0.5;
        FlatVector gradient = FlatVector.of(ElementType.FLOAT32, 1, 0);
        RandomGenerator random = RandomGenerator.getDefault();

        FlatVector params = FlatVector.zeros(ElementType.FLOAT32, n);
        Optimizer momo = new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, new Setting(ParameterLayout.flat(n), ElementType.FLOAT32, k -> 1, new KnownBound(0),
                        random));
        StepReport report = momo.step(params, gradient, loss);

        assertEquals(0.5, report.stepSize(), "(f - f*)/|g|^2");
        assertEquals(-0.5, params.get(0));
    }
}
