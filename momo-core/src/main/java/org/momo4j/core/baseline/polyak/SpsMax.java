package org.momo4j.core.baseline.polyak;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;

/**
 * SPS_max, the stochastic Polyak step size: τ_k = min{(f_k − f*(s_k))_+/(c |g_k|²), γ_b} (MATH.md 8.6). The bound γ_b is the learning rate
 * α_k, as given: it is not smoothed from step to step, as it is in the authors' runs on networks. f*(s_k) is the lower bound of the
 * setting, per sample or one for all. With c = 1 MoMo with β = 0 and λ = 0 takes the same steps. Weight decay is added to
 * loss and gradient. Source: Loizou, Vaswani, Laradji, Lacoste-Julien, AISTATS 2021.
 */
public final class SpsMax implements OptimizerProvider<SpsMax.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param c           c
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "c, what divides the Polyak step", byDefault = "0.5", range = "(0, inf)") double c,
            @HyperParameter(value = "weight decay λ, added to loss and gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "sps-max";
    }

    @Override
    public String description() {
        return "SPS_max: the stochastic Polyak step size, capped (Loizou et al., AISTATS 2021)";
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
    public Optimizer create(Parameters parameters, Setting setting) {
        return new PolyakDescent(parameters.c(), 0, parameters.weightDecay(), new StraightMotion(setting.layout()),
                setting);
    }
}
