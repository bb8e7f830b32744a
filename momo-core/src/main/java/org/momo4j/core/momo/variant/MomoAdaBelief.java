package org.momo4j.core.momo.variant;

import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.metric.AdaBeliefMetric;

/** The method {@code momo-adabelief}: bias-corrected averages and AdaBelief's metric ({@link AdaBeliefMetric}). */
public final class MomoAdaBelief implements MomentumMethodProvider<MomoAdaBelief.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1 β of the averages
     * @param beta2 β of the squared surprises
     * @param epsilon ε
     */
    public record Parameters(
            @HyperParameter(value = "momentum β of the averages", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squares of gradient minus average", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the squares and to their root", byDefault = "1e-16", range = "(0, inf)") double epsilon) {}

    @Override
    public String name() {
        return "momo-adabelief";
    }

    @Override
    public String description() {
        return "MoMo-AdaBelief: MoMo in the metric of AdaBelief (Zhuang et al., NeurIPS 2020)";
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public MomentumMethod create(Parameters parameters, ParameterLayout layout, ElementType type) {
        AdaBeliefMetric metric = new AdaBeliefMetric(parameters.beta2(), parameters.epsilon());
        return new MomentumMethod(new BiasCorrectedAverage(parameters.beta1()),
                new DiagonalPreconditioner(metric, layout.size(), type));
    }
}
