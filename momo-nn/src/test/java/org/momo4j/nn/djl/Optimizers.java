package org.momo4j.nn.djl;

import java.util.random.RandomGenerator;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/** MoMo for networks. */
final class Optimizers {
    private Optimizers() {}

    static Optimizer momo(ParameterLayout layout, ElementType type) {
        return new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, new Setting(layout, type, k -> 1, new KnownBound(0), RandomGenerator.getDefault()));
    }
}
