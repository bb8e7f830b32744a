package org.momo4j.example.novograd;

import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;

/**
 * MoMo in the metric of NovoGrad: bias-corrected averages, and one scale for every tensor,
 *
 * <pre>
 * D_k = ε + sqrt(v_k/(1 − β2^k)) on all of a tensor      v_k = β2 v_{k-1} + (1 − β2) |g_k|², the squared norm of the tensor's gradient
 * </pre>
 *
 * NovoGrad scales every gradient before it averages it; here, as in all methods of MoMo, the average is scaled. Source of the metric:
 * Ginsburg et al., 2019, arXiv 1905.11286.
 */
public final class MomoNovograd implements MomentumMethodProvider<MomoNovograd.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1   β1 of the averages of gradient, loss and inner product
     * @param beta2   β2 of the squared norms
     * @param epsilon ε
     */
    public record Parameters(
            @HyperParameter(value = "momentum β1", byDefault = "0.95", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared norms", byDefault = "0.98", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared norms", byDefault = "1e-8", range = "(0, inf)") double epsilon) {}

    @Override
    public String name() {
        return "momo-novograd";
    }

    @Override
    public String description() {
        return "MoMo with one scale a tensor, as in NovoGrad (Ginsburg et al. 2019)";
    }

    @Override
    public double defaultLearningRate() {
        return 1;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public MomentumMethod create(Parameters parameters, ParameterLayout layout, ElementType type) {
        return new MomentumMethod(new MovingAverage(parameters.beta1()),
                new TensorNorms(layout, parameters.beta2(), parameters.epsilon()));
    }
}
