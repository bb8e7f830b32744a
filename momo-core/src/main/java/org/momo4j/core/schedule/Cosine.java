package org.momo4j.core.schedule;

import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.ScheduleSetting;

/**
 * Half a cosine from {@code peak} at k = 1 towards {@code last}: α_k = last + (peak − last)(1 + cos(π (k−1)/steps))/2 for
 * k ≤ steps, and constant after. With {@code last} 0 the rate stays positive, that of step {@code steps}. Source:
 * Loshchilov and Hutter, <em>SGDR</em>, ICLR 2017, without restarts.
 *
 * @param peak rate of the first step
 * @param last where the cosine ends
 * @param steps steps until the end; 0 only as a hyper-parameter, for the length of the run
 */
public record Cosine(
        @HyperParameter(value = "rate of the first step", byDefault = "1", range = "(0, inf)") double peak,
        @HyperParameter(value = "where the cosine ends", byDefault = "0", range = "[0, inf)") double last,
        @HyperParameter(value = "steps until the end; 0: those of the run", byDefault = "0", range = "[0, inf]") long steps)
        implements
            LearningRate {
    @Override
    public double at(long k) {
        double progress = (double) (Math.min(k, steps) - 1) / steps;
        return last + (peak - last) * (1 + Math.cos(Math.PI * progress)) / 2;
    }

    /** Provides {@link Cosine}. */
    public static final class Provider implements LearningRateProvider<Cosine> {
        @Override
        public String name() {
            return "cosine";
        }

        @Override
        public String description() {
            return "half a cosine from a peak down to a last rate (Loshchilov and Hutter, ICLR 2017)";
        }

        @Override
        public HyperParameters<Cosine> hyperParameters() {
            return HyperParameters.of(Cosine.class);
        }

        @Override
        public LearningRate create(Cosine schedule, ScheduleSetting setting) {
            if (schedule.steps() > 0) {
                return schedule;
            }
            long run = setting.steps().orElseThrow(() -> new IllegalArgumentException(
                    "steps of the cosine schedule is 0, and the length of the run is not known; it must be at least 1"));
            return new Cosine(schedule.peak(), schedule.last(), run);
        }
    }
}
