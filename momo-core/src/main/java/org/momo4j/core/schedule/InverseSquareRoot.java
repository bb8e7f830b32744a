package org.momo4j.core.schedule;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.ScheduleSetting;

/**
 * α_k = rate/√k, the classical rate of the subgradient method.
 *
 * @param rate rate of the first step
 */
public record InverseSquareRoot(
        @HyperParameter(value = "rate of the first step", byDefault = "1", range = "(0, inf)") double rate)
        implements
            LearningRate {
    @Override
    public double at(long k) {
        return rate / Math.sqrt(k);
    }

    /** Provides {@link InverseSquareRoot}. */
    public static final class Provider implements LearningRateProvider<InverseSquareRoot> {
        @Override
        public String name() {
            return "inverse-square-root";
        }

        @Override
        public String description() {
            return "the rate falls like one over the root of the step";
        }

        @Override
        public HyperParameters<InverseSquareRoot> hyperParameters() {
            return HyperParameters.of(InverseSquareRoot.class);
        }

        @Override
        public LearningRate create(InverseSquareRoot schedule, ScheduleSetting setting) {
            return schedule;
        }
    }
}
