package org.momo4j.core.momo;

import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.EuclideanKernel;

/**
 * Both passes for D = I without look-ahead, fused: pass (a) forms all sums in one reading of g, d and x, pass (b) forms d
 * again and writes. No buffer but the direction. Does what {@link GenericPasses} defines.
 */
final class EuclideanPasses implements Passes {
    private final Groups groups;
    private final Pieces pieces;
    private final FlatVector direction;
    private final EuclideanKernel kernel;
    private double a;
    private double b;

    EuclideanPasses(EuclideanKernel kernel, Groups groups, long size, ElementType type) {
        this.kernel = kernel;
        this.groups = groups;
        pieces = new Pieces(groups);
        direction = FlatVector.zeros(type, size);
    }

    @Override
    public void read(Averages averages, double rate, FlatVector params, FlatVector gradient, Sums sums) {
        a = averages.a();
        b = averages.b();
        for (int p = 0; p < pieces.count(); p++) {
            kernel.sums(a, direction, b, gradient, params, pieces.from(p), pieces.to(p), pieces.formed(p));
        }
        pieces.sum(rate, sums);
    }

    @Override
    public void write(double rate, double stepSize, FlatVector params, FlatVector gradient) {
        for (int p = 0; p < pieces.count(); p++) {
            int i = pieces.group(p);
            kernel.write(a, direction, b, gradient, params, groups.keep(i, rate), groups.step(i, rate, stepSize),
                    pieces.from(p), pieces.to(p));
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
