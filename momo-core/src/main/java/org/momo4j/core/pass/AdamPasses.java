package org.momo4j.core.pass;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import java.util.stream.Stream;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.AdamKernel;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.choice.Kernels;
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
    private final AdamKernel[] kernels;
    private final Crew.Work reading;
    private final Crew.Work writing;

    // one pass, as all threads see it
    private FlatVector params;
    private FlatVector gradient;
    private AdamMetric metric;
    private double a;
    private double b;
    private double rate;
    private double stepSize;

    AdamPasses(Kernels kernels, AdamPreconditioner preconditioner, Groups groups, Setting setting) {
        this.preconditioner = preconditioner;
        this.groups = groups;
        pieces = new Pieces(groups, setting.threads());
        direction = FlatVector.zeros(setting.type(), setting.layout().size());
        this.kernels = Stream.generate(kernels::adam).limit(pieces.threads()).toArray(AdamKernel[]::new);
        reading = pieces.forwards(this::readPiece);
        writing = pieces.backwards(this::writePiece);
        params = direction;
        gradient = direction;
        metric = preconditioner.metric(1);
    }

    @Override
    public void read(Weights weights, double learningRate, FlatVector x, FlatVector g, Sums sums) {
        params = x;
        gradient = g;
        a = weights.a();
        b = weights.b();
        metric = preconditioner.metric(weights.k());
        try {
            pieces.each(reading, x, g);
        } finally {
            release();
        }
        pieces.sum(learningRate, sums);
        requireFinite(weights.k(), "average of squared gradients", pieces.largestSquare());
    }

    private void readPiece(Piece piece, int thread) {
        kernels[thread].sums(a, direction, b, gradient, metric, preconditioner.squares(), params, piece.from(),
                piece.to(), piece.formed());
    }

    @Override
    public void write(double learningRate, double step, FlatVector x, FlatVector g) {
        params = x;
        gradient = g;
        rate = learningRate;
        stepSize = step;
        try {
            pieces.each(writing, x, g);
        } finally {
            release();
        }
    }

    private void writePiece(Piece piece, int thread) {
        int i = piece.group();
        kernels[thread].write(a, direction, b, gradient, metric, preconditioner.squares(), params,
                groups.keep(i, rate), groups.step(i, rate, stepSize), piece.from(), piece.to());
    }

    /** Nothing of the caller's is kept between passes. */
    private void release() {
        params = direction;
        gradient = direction;
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
