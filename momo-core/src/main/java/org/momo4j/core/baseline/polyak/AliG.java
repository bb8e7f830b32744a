package org.momo4j.core.baseline.polyak;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;

/**
 * ALI-G: τ_k = min{(f_k − f*)_+/(|g_k|² + δ), α_k} (MATH.md 8.7), with Nesterov's momentum, and the projection on a ball after every
 * step, where asked for. The paper has f* = 0. δ is absolute: where |g_k|² falls below it, steps shrink. Weight decay, in whose place the
 * paper has the ball, is added to loss and gradient. Source: Berrada, Zisserman, Kumar, ICML 2020.
 */
public final class AliG implements OptimizerProvider<AliG.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param delta       δ
     * @param momentum    μ
     * @param radius      r
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "δ, added to the squared norm of the gradient", byDefault = "1e-5", range = "[0, inf)") double delta,
            @HyperParameter(value = "Nesterov's momentum μ", byDefault = "0", range = "[0, 1)") double momentum,
            @HyperParameter(value = "radius r of the ball that all parameters stay in", byDefault = "inf", range = "(0, inf]") double radius,
            @HyperParameter(value = "weight decay λ, added to loss and gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "ali-g";
    }

    @Override
    public String description() {
        return "ALI-G: adaptive learning rates for interpolation (Berrada et al., ICML 2020)";
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
        return new PolyakDescent(1, parameters.delta(), parameters.weightDecay(), motion(parameters, setting),
                setting);
    }

    private static Motion motion(Parameters parameters, Setting setting) {
        Motion motion = parameters.momentum() > 0
                ? new NesterovMotion(parameters.momentum(), setting)
                : new StraightMotion(setting.layout());
        return parameters.radius() < Double.POSITIVE_INFINITY ? new BallMotion(parameters.radius(), motion) : motion;
    }
}
