package org.momo4j.core.schedule;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.ScheduleSetting;

/**
 * α_k = rate.
 *
 * @param rate the rate
 */
public record Constant(
        @HyperParameter(value = "the rate", byDefault = "1", range = "(0, inf]") double rate) implements LearningRate {
    @Override
    public double at(long k) {
        return rate;
    }

    /** Provides {@link Constant}. */
    public static final class Provider implements LearningRateProvider<Constant> {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public String description() {
            return "the same rate at every step";
        }

        @Override
        public HyperParameters<Constant> hyperParameters() {
            return HyperParameters.of(Constant.class);
        }

        @Override
        public LearningRate create(Constant schedule, ScheduleSetting setting) {
            return schedule;
        }
    }
}
