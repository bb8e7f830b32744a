package org.momo4j.core.schedule;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.ScheduleSetting;

/**
 * Rises linearly over the first steps, then follows another schedule, which starts with step 1 of its own: α_k =
 * then(1) · k/steps for k ≤ steps, then(k − steps) after.
 *
 * @param steps steps of the rise
 * @param then  the schedule that follows
 */
public record WarmUp(long steps, LearningRate then) implements LearningRate {
    @Override
    public double at(long k) {
        return k <= steps ? then.at(1) * k / steps : then.at(k - steps);
    }

    /**
     * Hyper-parameters.
     *
     * @param steps steps of the rise
     * @param then  the schedule that follows
     */
    public record Parameters(
            @HyperParameter(value = "steps of the rise", range = "[1, inf]") long steps,
            @HyperParameter(value = "the schedule that follows", byDefault = "constant") Choice then) {}

    /** Provides {@link WarmUp}. */
    public static final class Provider implements LearningRateProvider<Parameters> {
        @Override
        public String name() {
            return "warm-up";
        }

        @Override
        public String description() {
            return "rises linearly to another schedule, then follows it";
        }

        @Override
        public HyperParameters<Parameters> hyperParameters() {
            return HyperParameters.of(Parameters.class);
        }

        @Override
        public LearningRate create(Parameters parameters, ScheduleSetting setting) {
            return new WarmUp(parameters.steps(), setting.other(parameters.then(), parameters.steps()));
        }
    }
}
