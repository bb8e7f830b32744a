package org.momo4j.core.baseline;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.preconditioner.AdamPreconditioner;

/**
 * AdamW: {@link Adam} whose weight decay does not pass through the metric (MATH.md 8.3), x_{k+1} = (1 − α_k λ) x_k − α_k D_k^-1 m̂_k.
 * Source: Loshchilov and Hutter, ICLR 2019. Their λ is multiplied by the schedule alone; here, as in PyTorch, by the whole
 * rate α_k.
 */
public final class AdamW implements OptimizerProvider<AdamW.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1       β1
     * @param beta2       β2
     * @param epsilon     ε
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "momentum β1", byDefault = "0.9", range = "[0, 1)") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "decoupled weight decay λ", byDefault = "0.01", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public String description() {
        return "AdamW: Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019)";
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
        AdamPreconditioner metric = new AdamPreconditioner(parameters.beta2(), parameters.epsilon(),
                setting.layout().size(), setting.type());
        return new Adam(new Adam.Parameters(parameters.beta1(), parameters.beta2(), parameters.epsilon(), 0),
                FusedSteps.decoupled(metric, parameters.weightDecay(), setting));
    }
}
