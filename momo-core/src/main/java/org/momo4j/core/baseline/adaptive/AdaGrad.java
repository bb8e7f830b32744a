package org.momo4j.core.baseline.adaptive;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.metric.AdaGradMetric;

/**
 * AdaGrad: G_k = G_{k-1} + g_k², x_{k+1} = x_k − α_k g_k/(sqrt(G_k) + ε), the metric of MATH.md 7.2. Weight decay is added to the gradient. Source: Duchi,
 * Hazan, Singer, JMLR 12, 2011.
 */
public final class AdaGrad implements OptimizerProvider<AdaGrad.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param epsilon ε
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-10", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public String description() {
        return "AdaGrad (Duchi, Hazan, Singer, JMLR 2011)";
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
        AdaGradMetric metric = new AdaGradMetric(parameters.epsilon());
        return new PreconditionedDescent(0, metric, parameters.weightDecay(), setting);
    }
}
