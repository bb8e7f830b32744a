package org.momo4j.core.schedule;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.ScheduleSetting;

/**
 * α_k = rate · factor^⌊(k−1)/every⌋.
 *
 * @param rate rate of the first steps
 * @param factor multiplies the rate
 * @param every steps between two drops
 */
public record StepDecay(
        @HyperParameter(value = "rate of the first steps", byDefault = "1", range = "(0, inf)") double rate,
        @HyperParameter(value = "multiplies the rate", byDefault = "0.1", range = "(0, 1]") double factor,
        @HyperParameter(value = "steps between two drops", range = "[1, inf]") long every) implements LearningRate {
    @Override
    public double at(long k) {
        return Math.max(rate * Math.pow(factor, (k - 1) / every), Double.MIN_NORMAL); // a rate stays positive
    }

    /** Provides {@link StepDecay}. */
    public static final class Provider implements LearningRateProvider<StepDecay> {
        @Override
        public String name() {
            return "step";
        }

        @Override
        public String description() {
            return "multiplies the rate by a factor every so many steps";
        }

        @Override
        public HyperParameters<StepDecay> hyperParameters() {
            return HyperParameters.of(StepDecay.class);
        }

        @Override
        public LearningRate create(StepDecay schedule, ScheduleSetting setting) {
            return schedule;
        }
    }
}
