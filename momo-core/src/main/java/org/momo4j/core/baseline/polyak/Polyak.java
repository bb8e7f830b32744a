package org.momo4j.core.baseline.polyak;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;

/**
 * Polyak's step size: x_{k+1} = x_k − (f_k − f*)_+/|g_k|² g_k (MATH.md 8.5), without a cap. MoMo with β = 0, α = ∞ and λ = 0 takes the
 * same steps. Made for deterministic problems with a known optimal value; of samples it needs interpolation. Weight decay is
 * added to loss and gradient. Source: Polyak, Minimization of unsmooth functionals, 1969.
 */
public final class Polyak implements OptimizerProvider<Polyak.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param weightDecay λ
     */
    public record Parameters(
            @HyperParameter(value = "weight decay λ, added to loss and gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "polyak";
    }

    @Override
    public String description() {
        return "Polyak's step size without a cap (Polyak 1969)";
    }

    /** Infinite: there is no cap. */
    @Override
    public double defaultLearningRate() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    /**
     * Creates the method.
     *
     * @throws IllegalArgumentException if the learning rate is finite: it would have no effect
     */
    @Override
    public Optimizer create(Parameters parameters, Setting setting) {
        Setting uncapped = new Setting(setting.layout(), setting.type(),
                k -> requireInfinite(k, setting.learningRate().at(k)), setting.lowerBound(), setting.random(),
                setting.threads());
        return new PolyakDescent(1, 0, parameters.weightDecay(), new StraightMotion(setting.layout()), uncapped);
    }

    private static double requireInfinite(long k, double rate) {
        if (rate != Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("learning rate at step " + k + " is " + rate
                    + "; polyak has no cap, so it must be inf; sps-max has a cap");
        }
        return rate;
    }
}
