package org.momo4j.core.momo.variant;

import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.metric.AdaBoundMetric;

/** The method {@code momo-adabound}: bias-corrected averages and AdaBound's metric. It needs a finite learning rate: the first step with an infinite one is refused ({@link AdaBoundMetric}). */
public final class MomoAdaBound implements MomentumMethodProvider<MomoAdaBound.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1 β of the averages
     * @param beta2 β of the squared gradients
     * @param epsilon ε
     * @param finalRate where the bounds meet
     * @param gamma γ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β of the averages", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "rate of SGD at which the bounds meet", byDefault = "0.1", range = "(0, inf)") double finalRate,
            @HyperParameter(value = "γ, how fast the bounds meet", byDefault = "0.001", range = "(0, inf)") double gamma) {}

    @Override
    public String name() {
        return "momo-adabound";
    }

    @Override
    public String description() {
        return "MoMo-AdaBound: MoMo with the rate of a coordinate held between bounds (Luo et al., ICLR 2019); lr must be finite";
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
        AdaBoundMetric metric = new AdaBoundMetric(parameters.beta1(), parameters.beta2(), parameters.epsilon(),
                parameters.finalRate(), parameters.gamma());
        return new MomentumMethod(new BiasCorrectedAverage(parameters.beta1()),
                new DiagonalPreconditioner(metric, layout.size(), type));
    }
}
