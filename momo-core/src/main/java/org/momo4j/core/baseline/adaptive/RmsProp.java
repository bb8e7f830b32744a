package org.momo4j.core.baseline.adaptive;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.metric.RmsPropMetric;

/**
 * RMSProp: v_k = β2 v_{k-1} + (1 − β2) g_k², x_{k+1} = x_k − α_k g_k/(sqrt(v_k) + ε), the metric of MATH.md 7.1. Weight decay is added to the
 * gradient. Source: Tieleman and Hinton, lecture 6.5, 2012, with ε and β2 (0.9 in the lecture) as in PyTorch.
 */
public final class RmsProp implements OptimizerProvider<RmsProp.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta2 β of the squared gradients
     * @param epsilon ε
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.99", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public String description() {
        return "RMSProp (Tieleman and Hinton 2012)";
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
    public Optimizer create(Parameters parameters, Setting setting) {
        RmsPropMetric metric = new RmsPropMetric(parameters.beta2(), parameters.epsilon());
        return new PreconditionedDescent(0, metric, parameters.weightDecay(), setting);
    }
}
