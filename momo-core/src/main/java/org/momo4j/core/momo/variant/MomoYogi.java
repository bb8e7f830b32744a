package org.momo4j.core.momo.variant;

import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.metric.YogiMetric;

/** The method {@code momo-yogi}: bias-corrected averages and Yogi's metric ({@link YogiMetric}). */
public final class MomoYogi implements MomentumMethodProvider<MomoYogi.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1 β of the averages
     * @param beta2 β of the squared gradients
     * @param epsilon ε
     */
    public record Parameters(
            @HyperParameter(value = "momentum β of the averages", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-3", range = "(0, inf)") double epsilon) {}

    @Override
    public String name() {
        return "momo-yogi";
    }

    @Override
    public String description() {
        return "MoMo-Yogi: MoMo in the metric of Yogi (Zaheer et al., NeurIPS 2018)";
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
        YogiMetric metric = new YogiMetric(parameters.beta2(), parameters.epsilon());
        return new MomentumMethod(new BiasCorrectedAverage(parameters.beta1()),
                new DiagonalPreconditioner(metric, layout.size(), type));
    }
}
