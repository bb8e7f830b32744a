package org.momo4j.core.momo;

import java.util.Optional;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.HyperParameters.Both;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;

/**
 * Turns a momentum method into an optimizer, by giving it MoMo's step size.
 *
 * @param <P> the method's own record of hyper-parameters
 */
public final class MomoProvider<P> implements OptimizerProvider<Both<P, DecayParameters>> {
    private final MomentumMethodProvider<P> method;

    /** MoMo on top of this method. */
    public MomoProvider(MomentumMethodProvider<P> method) {
        this.method = method;
    }

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public String description() {
        return method.description();
    }

    @Override
    public HyperParameters<Both<P, DecayParameters>> hyperParameters() {
        return HyperParameters.both(method.hyperParameters(), HyperParameters.of(DecayParameters.class));
    }

    @Override
    public double defaultLearningRate() {
        return method.defaultLearningRate();
    }

    @Override
    public Optimizer create(Both<P, DecayParameters> both, Setting setting) {
        MomentumMethod parts = method.create(both.first(), setting.layout(), setting.type());
        return new Momo(parts, both.second().weightDecay(), both.second().decay(), setting);
    }

    @Override
    public Optional<Averaging> verifiableAveraging(Both<P, DecayParameters> both) {
        if (!method.fixedIdentityMetric(both.first()) || both.second().weightDecay() > 0) {
            return Optional.empty();
        }
        return Optional.of(method.create(both.first(), ParameterLayout.flat(1), ElementType.FLOAT64).averaging());
    }
}
