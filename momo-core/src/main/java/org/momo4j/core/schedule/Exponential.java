package org.momo4j.core.schedule;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.ScheduleSetting;

/**
 * α_k = rate · factor^(k−1).
 *
 * @param rate rate of the first step
 * @param factor multiplies the rate
 */
public record Exponential(
        @HyperParameter(value = "rate of the first step", byDefault = "1", range = "(0, inf)") double rate,
        @HyperParameter(value = "multiplies the rate", byDefault = "0.999", range = "(0, 1]") double factor)
        implements
            LearningRate {
    @Override
    public double at(long k) {
        return Math.max(rate * Math.pow(factor, k - 1), Double.MIN_NORMAL); // a rate stays positive
    }

    /** Provides {@link Exponential}. */
    public static final class Provider implements LearningRateProvider<Exponential> {
        @Override
        public String name() {
            return "exponential";
        }

        @Override
        public String description() {
            return "multiplies the rate by a factor at every step";
        }

        @Override
        public HyperParameters<Exponential> hyperParameters() {
            return HyperParameters.of(Exponential.class);
        }

        @Override
        public LearningRate create(Exponential schedule, ScheduleSetting setting) {
            return schedule;
        }
    }
}
