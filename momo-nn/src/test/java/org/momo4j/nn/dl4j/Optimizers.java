package org.momo4j.nn.dl4j;

import java.util.List;
import java.util.random.RandomGenerator;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.baseline.Adam;
import org.momo4j.core.baseline.SgdM;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.AdamPreconditioner;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/** Optimizers for the models of the tests. */
final class Optimizers {
    private Optimizers() {}

    static Optimizer momo(Dl4jModel model) {
        return new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, setting(model.layout(), model.type(), 1));
    }

    /** One of each, with weight decay. */
    static List<Optimizer> decaying(Dl4jModel model) {
        Setting small = setting(model.layout(), model.type(), 0.01);
        return List.of(
                new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0.1,
                        Decay.PROXIMAL, setting(model.layout(), model.type(), 1)),
                new Momo(new MomentumMethod(new BiasCorrectedAverage(0.9),
                        new AdamPreconditioner(0.999, 1e-8, model.layout().size(), model.type())), 0.1,
                        Decay.DECOUPLED, small),
                new SgdM(new SgdM.Parameters(0.9, 0.9, 0.1), small),
                new Adam(new Adam.Parameters(0.9, 0.999, 1e-8, 0.1), small));
    }

    private static Setting setting(ParameterLayout layout, ElementType type, double rate) {
        return new Setting(layout, type, k -> rate, new KnownBound(0), RandomGenerator.getDefault());
    }
}
