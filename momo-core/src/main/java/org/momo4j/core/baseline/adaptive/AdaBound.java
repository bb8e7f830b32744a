package org.momo4j.core.baseline.adaptive;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.metric.AdaBoundMetric;

/**
 * AdaBound: x_{k+1} = x_k − η_k m_k, where η_k is Adam's rate of each coordinate, held between bounds that meet (
 * {@link AdaBoundMetric}). Weight decay is added to the gradient. Source: Luo, Xiong, Liu, Sun, ICLR 2019, and the authors' code, but
 * for their scaling of the final rate along a schedule.
 */
public final class AdaBound implements OptimizerProvider<AdaBound.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1 β1
     * @param beta2 β of the squared gradients
     * @param epsilon ε
     * @param finalRate where the bounds meet
     * @param gamma γ
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β1", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "rate of SGD at which the bounds meet", byDefault = "0.1", range = "(0, inf)") double finalRate,
            @HyperParameter(value = "γ, how fast the bounds meet", byDefault = "0.001", range = "(0, inf)") double gamma,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "adabound";
    }

    @Override
    public String description() {
        return "AdaBound (Luo et al., ICLR 2019)";
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
        AdaBoundMetric metric = new AdaBoundMetric(parameters.beta1(), parameters.beta2(), parameters.epsilon(),
                parameters.finalRate(), parameters.gamma());
        return new PreconditionedDescent(parameters.beta1(), metric, parameters.weightDecay(), setting);
    }
}
