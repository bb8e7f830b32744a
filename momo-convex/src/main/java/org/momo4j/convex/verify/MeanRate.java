package org.momo4j.convex.verify;

import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.theory.RateCheck;
import org.momo4j.api.theory.Trial;

/**
 * T3: min_{k ≤ K} E[f(x_k) − f*] ≤ G R/((1 − β) √K), plus R²/(α (1 − β) K) under a constant cap α, for both moving
 * averages and samples drawn independently. The average over k ≤ K obeys it too, which is more: the minimum includes x_1.
 */
public final class MeanRate implements RateCheck {
    @Override
    public String name() {
        return "T3";
    }

    @Override
    public String statement() {
        return "mean over k<=K of E[f(x_k)-f*] <= G R/((1-beta) sqrt K) + R^2/(lr (1-beta) K)";
    }

    @Override
    public boolean appliesTo(Trial trial) {
        return trial.problem().satisfies(Hypothesis.CONVEX) && trial.problem().satisfies(Hypothesis.INTERPOLATION)
                && trial.problem().satisfies(Hypothesis.INDEPENDENT_SAMPLES)
                && trial.problem().satisfies(Hypothesis.BOUNDED_SECOND_MOMENT)
                && MovingAverage.of(trial.averaging()).isPresent();
    }

    @Override
    public double bound(Trial trial, long steps) {
        double beta = MovingAverage.of(trial.averaging()).orElseThrow().beta();
        return bound(trial.problem(), beta, trial.cap(), steps);
    }

    /** The bound for momentum β under the cap α, which may be infinite. */
    static double bound(Problem problem, double beta, double cap, long steps) {
        double forgetting = 1 - beta;
        double radius = problem.radius();
        return problem.gradientBound() * radius / (forgetting * Math.sqrt(steps))
                + radius * radius / (cap * forgetting * steps);
    }
}
