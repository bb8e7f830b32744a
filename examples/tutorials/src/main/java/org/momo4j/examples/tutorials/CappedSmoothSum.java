package org.momo4j.examples.tutorials;

import org.momo4j.api.method.Averaging;
import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.PathStep;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.theory.Trial;

/**
 * T4 with a cap (docs/theory.md, section 8): for L-smooth losses and one learning rate α for all steps, on every path,
 * Σ_{k ≤ K} (f_k − f*) ≤ 2 L R²/(1 − β)² + 2 R²/(α (1 − β)).
 */
public final class CappedSmoothSum implements PathCheck {
    @Override
    public String name() {
        return "T4-cap";
    }

    @Override
    public String statement() {
        return "smooth losses: sum_k (f_k - f*) <= 2 L R^2/(1-beta)^2 + 2 R^2/(lr (1-beta)) on every path";
    }

    @Override
    public boolean appliesTo(Trial trial) {
        Problem problem = trial.problem();
        return problem.satisfies(Hypothesis.CONVEX) && problem.satisfies(Hypothesis.INTERPOLATION)
                && problem.satisfies(Hypothesis.SMOOTH) && isMovingAverage(trial.averaging());
    }

    /** (β, 1 − β) from the second step on, whatever the first step does. */
    private static boolean isMovingAverage(Averaging averaging) {
        double beta = averaging.a(2);
        return !averaging.looksAhead() && averaging.a(1000) == beta && averaging.b(2) == 1 - beta
                && averaging.b(1000) == 1 - beta;
    }

    @Override
    public Watch watch(Trial trial) {
        return new SumWatch(trial);
    }

    private static final class SumWatch implements Watch {
        private final double bound;
        private final double limit;
        private double sum;
        private double worst = Double.NEGATIVE_INFINITY;

        SumWatch(Trial trial) {
            double forgetting = 1 - trial.averaging().a(2);
            double radiusSquared = trial.problem().radius() * trial.problem().radius();
            bound = trial.lowerBound();
            limit = 2 * trial.problem().smoothness() * radiusSquared / (forgetting * forgetting)
                    + 2 * radiusSquared / (trial.cap() * forgetting);
        }

        @Override
        public void step(PathStep step) {
            sum += step.loss() - bound;
            worst = Math.max(worst, sum / limit - 1);
        }

        @Override
        public double excess() {
            return worst;
        }
    }
}
