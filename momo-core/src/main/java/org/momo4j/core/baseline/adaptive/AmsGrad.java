package org.momo4j.core.baseline.adaptive;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.metric.AmsGradMetric;

/**
 * AMSGrad: Adam with the largest v̂ so far, u_k = max(u_{k-1}, v_k/(1 − β2^k)), x_{k+1} = x_k − α_k m̂_k/(sqrt(u_k) + ε).
 * Weight decay is added to the gradient. Source: Reddi, Kale, Kumar, ICLR 2018; which bias is corrected, says {@link AmsGradMetric}.
 */
public final class AmsGrad implements OptimizerProvider<AmsGrad.Parameters> {
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
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "amsgrad";
    }

    @Override
    public String description() {
        return "AMSGrad (Reddi, Kale, Kumar, ICLR 2018)";
    }

    @Override
    public double defaultLearningRate() {
        return 0.001;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public Optimizer create(Parameters parameters, Setting setting) {
        AmsGradMetric metric = new AmsGradMetric(parameters.beta2(), parameters.epsilon());
        return new PreconditionedDescent(parameters.beta1(), metric, parameters.weightDecay(), setting);
    }
}
