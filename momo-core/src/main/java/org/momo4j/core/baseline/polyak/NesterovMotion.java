package org.momo4j.core.baseline.polyak;

import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/** v_k = μ v_{k-1} + τ_k g_k, x_i ← x_i − c_i (μ v_i + τ_k g_i): every gradient keeps the step size that it was given. */
final class NesterovMotion implements Motion {
    private final double momentum;
    private final StraightMotion straight;
    private final LinearKernel kernel = Kernels.chosen().linear();
    private final FlatVector velocity;

    NesterovMotion(double momentum, Setting setting) {
        this.momentum = momentum;
        straight = new StraightMotion(setting.layout());
        velocity = FlatVector.zeros(setting.type(), setting.layout().size());
    }

    @Override
    public void move(double stepSize, FlatVector gradient, FlatVector params) {
        kernel.combine(momentum, velocity, stepSize, gradient, velocity, 0, velocity.size());
        straight.move(momentum, velocity, params);
        straight.move(stepSize, gradient, params);
    }

    @Override
    public State state() {
        return State.version(1).with("velocity", velocity);
    }

    @Override
    public void restore(State state) {
        velocity.copyFrom(state.requireVersion(1).vector("velocity", velocity.type(), velocity.size()));
    }
}
