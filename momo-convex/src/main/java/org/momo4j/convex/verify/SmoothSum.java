package org.momo4j.convex.verify;

import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.PathStep;
import org.momo4j.api.theory.Trial;

/**
 * T4, for L-smooth losses and α = ∞, on every path: S_K = Σ_{k ≤ K} (f_k − f*) ≤ 2 L R²/(1 − β)², less β/(1 − β)(f_1 − f*)
 * for the average that starts at the first sample. So the mean batch gap falls like 1/K.
 */
public final class SmoothSum implements PathCheck {
    @Override
    public String name() {
        return "T4";
    }

    @Override
    public String statement() {
        return "smooth losses, lr = inf: sum_k (f_k - f*) <= 2 L R^2/(1-beta)^2 on every path";
    }

    @Override
    public boolean appliesTo(Trial trial) {
        return trial.problem().satisfies(Hypothesis.CONVEX) && trial.problem().satisfies(Hypothesis.INTERPOLATION)
                && trial.problem().satisfies(Hypothesis.SMOOTH) && trial.cap() == Double.POSITIVE_INFINITY
                && MovingAverage.of(trial.averaging()).isPresent();
    }

    @Override
    public Watch watch(Trial trial) {
        return new SumWatch(trial, MovingAverage.of(trial.averaging()).orElseThrow());
    }

    private static final class SumWatch implements Watch {
        private final MovingAverage average;
        private final double bound;
        private final double limit;
        private double sum;
        private double worst = Double.NEGATIVE_INFINITY;

        SumWatch(Trial trial, MovingAverage average) {
            this.average = average;
            bound = trial.lowerBound();
            double radius = trial.problem().radius();
            double forgetting = 1 - average.beta();
            limit = 2 * trial.problem().smoothness() * radius * radius / (forgetting * forgetting);
        }

        @Override
        public void step(PathStep s) {
            double gap = s.loss() - bound;
            if (s.k() == 1 && average.firstSample()) {
                sum = average.beta() / (1 - average.beta()) * gap;
            }
            sum += gap;
            worst = Math.max(worst, sum / limit - 1);
        }

        @Override
        public double excess() {
            return worst;
        }
    }
}
