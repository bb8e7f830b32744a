package org.momo4j.core.baseline.adaptive;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.metric.AdaBeliefMetric;

/**
 * AdaBelief: s_k = β2 s_{k-1} + (1 − β2)(g_k − m_k)² + ε, x_{k+1} = x_k − α_k m̂_k/(sqrt(s_k/(1 − β2^k)) + ε), the
 * metric of MATH.md 7.4. Weight decay
 * is added to the gradient. Source: Zhuang et al., NeurIPS 2020.
 */
public final class AdaBelief implements OptimizerProvider<AdaBelief.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1 β1
     * @param beta2 β of the squared surprises
     * @param epsilon ε
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β1", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squares of gradient minus average", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the squares and to their root", byDefault = "1e-16", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "adabelief";
    }

    @Override
    public String description() {
        return "AdaBelief (Zhuang et al., NeurIPS 2020)";
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
        AdaBeliefMetric metric = new AdaBeliefMetric(parameters.beta2(), parameters.epsilon());
        return new PreconditionedDescent(parameters.beta1(), metric, parameters.weightDecay(), setting);
    }
}
