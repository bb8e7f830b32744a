package org.momo4j.convex.verify;

import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.PathStep;
import org.momo4j.api.theory.Trial;

/**
 * The step is that of MATH.md section 3: x_{k+1} = x_k − τ_k d_k with τ_k = min(α/ρ_k, (e_k)_+/|d_k|²), where d_k, e_k and
 * ρ_k are recomputed from the losses, gradients and iterates by the averaging that the method claims.
 */
public final class StepDefinition implements PathCheck {
    @Override
    public String name() {
        return "step";
    }

    @Override
    public String statement() {
        return "x_{k+1} = x_k - tau_k d_k with tau_k = min(lr/rho_k, (e_k)_+/|d_k|^2), recomputed independently";
    }

    @Override
    public boolean appliesTo(Trial trial) {
        return true;
    }

    @Override
    public Watch watch(Trial trial) {
        return new StepWatch(trial.cap());
    }

    private static final class StepWatch implements Watch {
        private final double cap;
        private double worst = Double.NEGATIVE_INFINITY;

        StepWatch(double cap) {
            this.cap = cap;
        }

        @Override
        public void step(PathStep s) {
            double adaptive = s.directionNormSquared() > 0 ? Math.max(s.e(), 0) / s.directionNormSquared() : 0;
            double expected = Math.min(cap / s.rho(), adaptive);
            double moved = expected * s.directionNormSquared();
            double tolerance = s.noise() + 8 * Math.ulp(moved);
            double difference = Math.abs(s.stepSize() - expected) * s.directionNormSquared();
            double relative = difference <= tolerance ? 0 : (difference - tolerance) / Math.max(moved, tolerance);
            worst = Math.max(worst, Math.max(relative, s.stepResidual() - 1));
        }

        /** A step that theory asks for was not made. */
        @Override
        public void refused() {
            worst = Double.POSITIVE_INFINITY;
        }

        @Override
        public double excess() {
            return worst;
        }
    }
}
