package org.momo4j.core.momo;

import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.preconditioner.AdamPreconditioner;

/** The method {@code momo-adam}: Adam's averages ({@link BiasCorrectedAverage}) and metric ({@link AdamPreconditioner}). */
public final class MomoAdamMethod implements MomentumMethodProvider<MomoAdamMethod.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1   β of the averages
     * @param beta2   β of the squared gradients
     * @param epsilon ε
     */
    public record Parameters(
            @HyperParameter(value = "momentum β of the averages", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon) {}

    @Override
    public String name() {
        return "momo-adam";
    }

    @Override
    public String description() {
        return "MoMo-Adam: Adam with a model-based step size (Schaipp et al., ICML 2024)";
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
        return new MomentumMethod(new BiasCorrectedAverage(parameters.beta1()),
                new AdamPreconditioner(parameters.beta2(), parameters.epsilon(), layout.size(), type));
    }
}
