package org.momo4j.core.momo;

import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.Loops;

/**
 * The definition of both passes, for any preconditioner. The direction-to-be has a buffer of its own, which is swapped
 * with the present one when the step is made.
 */
final class GenericPasses implements Passes {
    private final Preconditioner preconditioner;
    private final Groups groups;
    private FlatVector direction;
    private FlatVector next;
    private final FlatVector ahead;
    private final FlatVector scratch;
    private FlatVector preconditioned;

    GenericPasses(Preconditioner preconditioner, Groups groups, long size, ElementType type) {
        this.preconditioner = preconditioner;
        this.groups = groups;
        direction = FlatVector.zeros(type, size);
        next = direction.zerosLike();
        ahead = direction.zerosLike();
        scratch = direction.zerosLike();
        preconditioned = scratch;
    }

    @Override
    public void read(Averages averages, double rate, FlatVector params, FlatVector gradient, Sums sums) {
        sums.begin();
        Loops.combine(averages.a(), direction, averages.b(), gradient, next, 0, next.size());
        preconditioner.observe(averages.k(), rate, gradient, next);
        FlatVector used = lookAhead(averages, gradient);
        preconditioned = preconditioner.applyInverse(used, scratch);
        for (int i = 0; i < groups.count(); i++) {
            long from = groups.from(i);
            long to = groups.to(i);
            sums.addGradient(Loops.dot(gradient, params, from, to));
            sums.add(Loops.dot(used, params, from, to), Loops.absoluteDot(used, params, from, to),
                    Loops.dot(used, preconditioned, from, to), groups.scale(i), groups.shrinkage(i, rate));
        }
    }

    private FlatVector lookAhead(Averages averages, FlatVector gradient) {
        if (averages.p() == 1 && averages.q() == 0) {
            return next;
        }
        Loops.combine(averages.p(), next, averages.q(), gradient, ahead, 0, ahead.size());
        return ahead;
    }

    @Override
    public void write(double rate, double stepSize, FlatVector params, FlatVector gradient) {
        for (int i = 0; i < groups.count(); i++) {
            Loops.move(params, groups.keep(i, rate), groups.step(i, rate, stepSize), preconditioned, groups.from(i),
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
