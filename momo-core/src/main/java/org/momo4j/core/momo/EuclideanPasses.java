package org.momo4j.core.momo;

import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.EuclideanKernel;
import org.momo4j.core.kernel.EuclideanSums;

/**
 * Both passes for D = I without look-ahead, fused: pass (a) forms all sums in one reading of g, d and x, pass (b) forms d
 * again and writes. No buffer but the direction. Does what {@link GenericPasses} defines.
 */
final class EuclideanPasses implements Passes {
    private final Groups groups;
    private final FlatVector direction;
    private final EuclideanKernel kernel;
    private final EuclideanSums formed = new EuclideanSums();
    private double a;
    private double b;

    EuclideanPasses(EuclideanKernel kernel, Groups groups, long size, ElementType type) {
        this.kernel = kernel;
        this.groups = groups;
        direction = FlatVector.zeros(type, size);
    }

    @Override
    public void read(Averages averages, double rate, FlatVector params, FlatVector gradient, Sums sums) {
        a = averages.a();
        b = averages.b();
        sums.begin();
        for (int i = 0; i < groups.count(); i++) {
            kernel.sums(a, direction, b, gradient, params, groups.from(i), groups.to(i), formed);
            sums.addGradient(formed.gradientDotParams());
            sums.add(formed.directionDotParams(), formed.absoluteDirectionDotParams(), formed.directionNormSquared(),
                    groups.scale(i), groups.shrinkage(i, rate));
        }
    }

    @Override
    public void write(double rate, double stepSize, FlatVector params, FlatVector gradient) {
        for (int i = 0; i < groups.count(); i++) {
            long from = groups.from(i);
            long to = groups.to(i);
            kernel.write(a, direction, b, gradient, params, groups.keep(i, rate), stepSize * groups.scale(i),
                    groups.divisor(i, rate), from, to);
        }
    }

    @Override
    public State state() {
        return State.version(1).with("direction", direction).with("preconditioner", State.empty());
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1).child("preconditioner").requireVersion(1);
        direction.copyFrom(state.vector("direction", direction.type(), direction.size()));
    }
}
