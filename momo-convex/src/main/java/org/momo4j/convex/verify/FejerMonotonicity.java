package org.momo4j.convex.verify;

import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.PathStep;
import org.momo4j.api.theory.Trial;

/**
 * T1: |x_{k+1} − x*|² ≤ |x_k − x*|² − 2 τ_k e_k + τ_k² |d_k|² ≤ |x_k − x*|² − τ_k (e_k)_+, for any averaging and cap.
 */
public final class FejerMonotonicity implements PathCheck {
    @Override
    public String name() {
        return "T1";
    }

    @Override
    public String statement() {
        return "the distance to the minimiser never grows: |x_{k+1}-x*|^2 <= |x_k-x*|^2 - tau_k (e_k)_+";
    }

    @Override
    public boolean appliesTo(Trial trial) {
        return trial.problem().satisfies(Hypothesis.CONVEX) && trial.problem().satisfies(Hypothesis.INTERPOLATION);
    }

    @Override
    public Watch watch(Trial trial) {
        return new DistanceWatch(trial);
    }

    private static final class DistanceWatch implements Watch {
        private final double radiusSquared;
        private final double interpolationError;
        private double worst = Double.NEGATIVE_INFINITY;

        DistanceWatch(Trial trial) {
            radiusSquared = trial.problem().radius() * trial.problem().radius();
            interpolationError = trial.problem().interpolationError();
        }

        @Override
        public void step(PathStep s) {
            double tau = s.stepSize();
            double first = s.distanceSquaredBefore() - tau * (2 * s.e() - tau * s.directionNormSquared());
            double second = s.distanceSquaredBefore() - tau * Math.max(s.e(), 0);
            double tolerance = 2 * tau * (s.noise() + s.rho() * interpolationError) + s.distanceNoise();
            worst = Math.max(worst, (s.distanceSquaredAfter() - Math.min(first, second) - tolerance) / radiusSquared);
        }

        @Override
        public double excess() {
            return worst;
        }
    }
}
