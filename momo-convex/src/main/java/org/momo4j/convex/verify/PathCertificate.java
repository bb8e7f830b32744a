package org.momo4j.convex.verify;

import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.PathStep;
import org.momo4j.api.theory.Trial;

/**
 * The certificate: Σ_k τ_k (2 e_k − τ_k |d_k|²) ≤ R² − |x_{K+1} − x*|² at every K, hence
 * Σ_k min(α b_k (f_k − f*)/ρ_k, b_k² (f_k − f*)²/|d_k|²) ≤ R², with 0/0 = 0. No expectation: every single run must pass.
 */
public final class PathCertificate implements PathCheck {
    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public String statement() {
        return "sum_k tau_k (2 e_k - tau_k |d_k|^2) <= R^2 - |x_{K+1}-x*|^2 at every K";
    }

    @Override
    public boolean appliesTo(Trial trial) {
        return trial.problem().satisfies(Hypothesis.CONVEX) && trial.problem().satisfies(Hypothesis.INTERPOLATION);
    }

    @Override
    public Watch watch(Trial trial) {
        return new BudgetWatch(trial);
    }

    private static final class BudgetWatch implements Watch {
        private final double cap;
        private final double bound;
        private final double radiusSquared;
        private final double interpolationError;
        private double spent;
        private double spentOnLosses;
        private double tolerance;
        /** Whether e_k ≥ b_k (f_k − f*) is known, by T2: the second form does not follow from the first without it. */
        private boolean modelAboveLosses;
        private double worst = Double.NEGATIVE_INFINITY;

        BudgetWatch(Trial trial) {
            modelAboveLosses = !trial.averaging().looksAhead();
            cap = trial.cap();
            bound = trial.lowerBound();
            radiusSquared = trial.problem().radius() * trial.problem().radius();
            interpolationError = trial.problem().interpolationError();
        }

        @Override
        public void step(PathStep s) {
            double tau = s.stepSize();
            spent += tau * (2 * s.e() - tau * s.directionNormSquared());
            tolerance += 2 * tau * (s.noise() + s.rho() * interpolationError) + s.distanceNoise();
            see(spent - radiusSquared + s.distanceSquaredAfter());
            modelAboveLosses &= s.loss() >= bound;
            if (modelAboveLosses) {
                double gain = Math.max(s.b() * (s.loss() - bound) - s.noise(), 0);
                double adaptive = s.directionNormSquared() > 0 ? gain * gain / s.directionNormSquared() : 0;
                spentOnLosses += gain > 0 ? Math.min(cap * gain / s.rho(), adaptive) : 0;
                see(spentOnLosses - radiusSquared);
            }
        }

        private void see(double excess) {
            worst = Math.max(worst, (excess - tolerance) / radiusSquared);
        }

        @Override
        public double excess() {
            return worst;
        }
    }
}
