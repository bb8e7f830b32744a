package org.momo4j.core.baseline.schedulefree;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.preconditioner.AdamPreconditioner;

/**
 * Schedule-free AdamW (MATH.md section 9.4 with Adam's metric). The parameters are y, where gradients are taken; the method is
 * judged at {@link Optimizer#evaluationPoint x}, the running average of z. Weight decay is decoupled: λ y is added to the preconditioned
 * gradient. Source: Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky, <em>The Road Less Scheduled</em>, NeurIPS 2024.
 */
public final class ScheduleFreeAdamW implements OptimizerProvider<ScheduleFreeAdamW.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta1           β
     * @param beta2           β2
     * @param epsilon         ε
     * @param weightPower     r
     * @param rateWeightPower p
     * @param weightDecay     λ
     */
    public record Parameters(
            @HyperParameter(value = "interpolation β: y is β x + (1 - β) z", byDefault = "0.9", range = "(0, 1]") double beta1,
            @HyperParameter(value = "momentum β2 of the squared gradients", byDefault = "0.999", range = "[0, 1)") double beta2,
            @HyperParameter(value = "ε added to the root of the squared gradients", byDefault = "1e-8", range = "(0, inf)") double epsilon,
            @HyperParameter(value = "r: iterate k has weight k^r in the average", byDefault = "0", range = "[0, inf)") double weightPower,
            @HyperParameter(value = "p: times the largest learning rate so far to this power", byDefault = "2", range = "[0, inf)") double rateWeightPower,
            @HyperParameter(value = "weight decay λ, decoupled", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "schedule-free-adamw";
    }

    @Override
    public String description() {
        return "schedule-free AdamW, judged at an average of its iterates (Defazio et al., NeurIPS 2024)";
    }

    @Override
    public double defaultLearningRate() {
        return 0.0025;
    }

    @Override
    public HyperParameters<Parameters> hyperParameters() {
        return HyperParameters.of(Parameters.class);
    }

    @Override
    public Optimizer create(Parameters parameters, Setting setting) {
        return new ScheduleFreeSteps(parameters.beta1(),
                new IterateWeights(parameters.weightPower(), parameters.rateWeightPower()), parameters.weightDecay(),
                new AdamPreconditioner(parameters.beta2(), parameters.epsilon(), setting.layout().size(),
                        setting.type()),
                setting);
    }
}
