package org.momo4j.core.pass;

import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/**
 * The definition of both passes, for any preconditioner. The direction-to-be has a buffer of its own, which is swapped
 * with the present one when the step is made.
 */
final class GenericPasses implements Passes {
    private final LinearKernel kernel;
    private final Preconditioner preconditioner;
    private final Groups groups;
    private FlatVector direction;
    private FlatVector next;
    private final FlatVector ahead;
    private final FlatVector scratch;
    private final InnerProducts formed = new InnerProducts();
    private FlatVector preconditioned;

    GenericPasses(Kernels kernels, Preconditioner preconditioner, boolean looksAhead, Groups groups, Setting setting) {
        kernel = kernels.linear();
        this.preconditioner = preconditioner;
        this.groups = groups;
        direction = FlatVector.zeros(setting.type(), setting.layout().size());
        next = direction.zerosLike();
        ahead = looksAhead ? direction.zerosLike() : next;
        scratch = direction.zerosLike();
        preconditioned = scratch;
    }

    @Override
    public void read(Weights weights, double rate, FlatVector params, FlatVector gradient, Sums sums) {
        sums.begin();
        kernel.combine(weights.a(), direction, weights.b(), gradient, next, 0, next.size());
        preconditioner.observe(weights.k(), rate, gradient, next);
        FlatVector used = lookAhead(weights, gradient);
        preconditioned = preconditioner.applyInverse(used, scratch);
        for (int i = 0; i < groups.count(); i++) {
            kernel.sums(gradient, used, preconditioned, params, groups.from(i), groups.to(i), formed);
            sums.add(formed, groups.scale(i), groups.shrinkage(i, rate));
        }
    }

    private FlatVector lookAhead(Weights weights, FlatVector gradient) {
        if (weights.p() == 1 && weights.q() == 0) {
            return next;
        }
        kernel.combine(weights.p(), next, weights.q(), gradient, ahead, 0, ahead.size());
        return ahead;
    }

    @Override
    public void write(double rate, double stepSize, FlatVector params, FlatVector gradient) {
        for (int i = 0; i < groups.count(); i++) {
            kernel.move(params, groups.keep(i, rate), groups.step(i, rate, stepSize), preconditioned, groups.from(i),
                    groups.to(i));
        }
        preconditioner.accept();
        FlatVector old = direction;
        direction = next;
        next = old;
    }

    @Override
    public State state() {
        return State.version(1).with("direction", direction).with("preconditioner", preconditioner.state());
    }

    @Override
    public void restore(State state) {
        FlatVector restored = state.requireVersion(1).vector("direction", direction.type(), direction.size());
        preconditioner.restore(state.child("preconditioner"));
        direction.copyFrom(restored);
    }
}
