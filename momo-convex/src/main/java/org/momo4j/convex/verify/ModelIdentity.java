package org.momo4j.convex.verify;

import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.PathStep;
import org.momo4j.api.theory.Trial;

/**
 * T2: e_{k+1} = a_{k+1}(e_k − τ_k |d_k|²) + b_{k+1}(f_{k+1} − f*); so e_k ≥ b_k (f_k − f*) if f_j ≥ f* on the path, with
 * equality for every k when α = ∞ and no d_k vanishes. The premise f_k ≥ f* is part of what is checked: it is the promise of a lower bound.
 */
public final class ModelIdentity implements PathCheck {
    @Override
    public String name() {
        return "T2";
    }

    @Override
    public String statement() {
        return "f_k >= f*, and the model lies above it: e_k >= b_k (f_k - f*), with equality when lr = inf and no d_k is 0";
    }

    @Override
    public boolean appliesTo(Trial trial) {
        return !trial.averaging().looksAhead();
    }

    @Override
    public Watch watch(Trial trial) {
        return new IdentityWatch(trial);
    }

    private static final class IdentityWatch implements Watch {
        private final double bound;
        /** Whether every step so far went to where the model reaches the bound: no cap, and a direction to go in. */
        private boolean aimed;
        private double scale = Double.NaN;
        private double worst = Double.NEGATIVE_INFINITY;
        private double left;
        private double leftNoise;

        IdentityWatch(Trial trial) {
            bound = trial.lowerBound();
            aimed = trial.cap() == Double.POSITIVE_INFINITY;
        }

        @Override
        public void step(PathStep s) {
            double gap = s.loss() - bound;
            if (s.k() == 1) {
                scale = gap > 0 ? gap : 1;
            }
            double sampled = s.b() * gap;
            see(-gap, 8 * Math.ulp(Math.max(Math.abs(s.loss()), Math.abs(bound))));
            see(aimed ? Math.abs(s.e() - sampled) : sampled - s.e(), s.noise());
            see(Math.abs(s.e() - s.a() * left - sampled), s.noise() + s.a() * leftNoise);
            left = s.e() - s.stepSize() * s.directionNormSquared();
            leftNoise = s.noise();
            aimed &= s.directionNormSquared() > 0;
        }

        private void see(double violation, double tolerance) {
            worst = Math.max(worst, (violation - tolerance) / scale);
        }

        @Override
        public double excess() {
            return worst;
        }
    }
}
