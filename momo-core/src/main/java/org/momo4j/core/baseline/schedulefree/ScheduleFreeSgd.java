package org.momo4j.core.baseline.schedulefree;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * Schedule-free SGD (MATH.md section 9.4 with D = I). The parameters are y, where gradients are taken; the method is judged at
 * {@link Optimizer#evaluationPoint x}, the running average of z. Weight decay is added to the gradient. Source: Defazio, Yang, Mehta,
 * Mishchenko, Khaled, Cutkosky, <em>The Road Less Scheduled</em>, NeurIPS 2024.
 */
public final class ScheduleFreeSgd implements OptimizerProvider<ScheduleFreeSgd.Parameters> {
    /**
     * Hyper-parameters.
     *
     * @param beta            β
     * @param weightPower     r
     * @param rateWeightPower p
     * @param weightDecay     λ
     */
    public record Parameters(
            @HyperParameter(value = "interpolation β: y is β x + (1 - β) z", byDefault = "0.9", range = "(0, 1]") double beta,
            @HyperParameter(value = "r: iterate k has weight k^r in the average", byDefault = "0", range = "[0, inf)") double weightPower,
            @HyperParameter(value = "p: times the largest learning rate so far to this power", byDefault = "2", range = "[0, inf)") double rateWeightPower,
            @HyperParameter(value = "weight decay λ, added to the gradient", byDefault = "0", range = "[0, inf)") double weightDecay) {}

    @Override
    public String name() {
        return "schedule-free-sgd";
    }

    @Override
    public String description() {
        return "schedule-free SGD, judged at an average of its iterates (Defazio et al., NeurIPS 2024)";
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
        return new ScheduleFreeSteps(parameters.beta(),
                new IterateWeights(parameters.weightPower(), parameters.rateWeightPower()), parameters.weightDecay(),
                new IdentityPreconditioner(), setting);
    }
}
