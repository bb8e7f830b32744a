package org.momo4j.core.baseline.polyak;

import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/** Another motion, and then the Euclidean projection on the ball |x| ≤ r: all parameters together, whatever their groups. */
final class BallMotion implements Motion {
    private final double radius;
    private final Motion motion;
    private final LinearKernel kernel = Kernels.chosen().linear();
    private final InnerProducts formed = new InnerProducts();

    BallMotion(double radius, Motion motion) {
        this.radius = radius;
        this.motion = motion;
    }

    @Override
    public void move(double stepSize, FlatVector gradient, FlatVector params) {
        motion.move(stepSize, gradient, params);
        kernel.sums(params, params, params, params, 0, params.size(), formed);
        double norm = Math.sqrt(formed.directionNormSquared());
        if (norm > radius) {
            kernel.move(params, radius / norm, 0, gradient, 0, params.size());
        }
    }

    @Override
    public State state() {
        return motion.state();
    }

    @Override
    public void restore(State state) {
        motion.restore(state);
    }
}
