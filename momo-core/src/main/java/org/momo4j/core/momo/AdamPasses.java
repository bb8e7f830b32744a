package org.momo4j.core.momo;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.AdamKernel;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.preconditioner.AdamPreconditioner;

/**
 * Both passes in Adam's metric without look-ahead, fused: pass (a) forms all sums in one reading of g, d, v and x, pass (b)
 * forms d and v again and writes. No buffers but these. Does what {@link GenericPasses} defines.
 */
final class AdamPasses implements Passes {
    private final AdamPreconditioner preconditioner;
    private final Groups groups;
    private final Pieces pieces;
    private final FlatVector direction;
    private final AdamKernel kernel;
    private double a;
    private double b;
    private AdamMetric metric;

    AdamPasses(AdamKernel kernel, AdamPreconditioner preconditioner, Groups groups, long size, ElementType type) {
        this.kernel = kernel;
        this.preconditioner = preconditioner;
        this.groups = groups;
        pieces = new Pieces(groups);
        direction = FlatVector.zeros(type, size);
        metric = preconditioner.metric(1);
    }

    @Override
    public void read(Averages averages, double rate, FlatVector params, FlatVector gradient, Sums sums) {
        a = averages.a();
        b = averages.b();
        metric = preconditioner.metric(averages.k());
        for (int p = 0; p < pieces.count(); p++) {
            kernel.sums(a, direction, b, gradient, metric, preconditioner.squares(), params, pieces.from(p),
                    pieces.to(p), pieces.formed(p));
        }
        pieces.sum(rate, sums);
        requireFinite(averages.k(), "average of squared gradients", pieces.largestSquare());
    }

    @Override
    public void write(double rate, double stepSize, FlatVector params, FlatVector gradient) {
        for (int p = 0; p < pieces.count(); p++) {
            int i = pieces.group(p);
            kernel.write(a, direction, b, gradient, metric, preconditioner.squares(), params, groups.keep(i, rate),
                    groups.step(i, rate, stepSize), pieces.from(p), pieces.to(p));
        }
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
