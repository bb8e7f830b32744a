package org.momo4j.core.baseline.adaptive;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.metric.YogiMetric;

/**
 * Yogi: v_k = v_{k-1} − (1 − β2) sign(v_{k-1} − g_k²) g_k², x_{k+1} = x_k − α_k m̂_k/(sqrt(v_k/(1 − β2^k)) + ε). Weight decay is
 * added to the gradient. Source: Zaheer et al., NeurIPS 2018; which bias is corrected, says {@link YogiMetric}.
 */
public final class Yogi implements OptimizerProvider<Yogi.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1 β1
     * @param beta2 β of the squared gradients
     * @param epsilon ε
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β1", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-3", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "yogi";
    }

    @Override
    public String description() {
        return "Yogi (Zaheer et al., NeurIPS 2018)";
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
        YogiMetric metric = new YogiMetric(parameters.beta2(), parameters.epsilon());
        return new PreconditionedDescent(parameters.beta1(), metric, parameters.weightDecay(), setting);
    }
}
