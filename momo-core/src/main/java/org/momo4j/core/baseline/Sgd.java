package org.momo4j.core.baseline;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;

/**
 * Stochastic gradient descent: x_{k+1} = x_k − α_k g_k (MATH.md 8.1). Weight decay is added to the gradient. It is {@link SgdM} without
 * momentum. Source: Robbins and Monro 1951.
 */
public final class Sgd implements OptimizerProvider<Sgd.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public String description() {
        return "SGD without momentum (Robbins and Monro 1951)";
    }

    @Override
    public double defaultLearningRate() {
        return 0.1;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public Optimizer create(Parameters parameters, Setting setting) {
        return new SgdM(new SgdM.Parameters(0, 0, parameters.weightDecay()), setting);
    }
}
