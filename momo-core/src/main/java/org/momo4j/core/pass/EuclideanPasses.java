package org.momo4j.core.pass;

import java.util.stream.Stream;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.EuclideanKernel;
import org.momo4j.core.kernel.choice.Kernels;

/**
 * Both passes for D = I without look-ahead, fused: pass (a) forms all sums in one reading of g, d and x, pass (b) forms d
 * again and writes. No buffer but the direction. Does what {@link GenericPasses} defines.
 */
final class EuclideanPasses implements Passes {
    private final Groups groups;
    private final Pieces pieces;
    private final FlatVector direction;
    private final EuclideanKernel[] kernels;
    private final Crew.Work reading;
    private final Crew.Work writing;

    // one pass, as all threads see it
    private FlatVector params;
    private FlatVector gradient;
    private double a;
    private double b;
    private double rate;
    private double stepSize;

    EuclideanPasses(Kernels kernels, Groups groups, Setting setting) {
        this.groups = groups;
        pieces = new Pieces(groups, setting.threads());
        direction = FlatVector.zeros(setting.type(), setting.layout().size());
        this.kernels = Stream.generate(kernels::euclidean).limit(pieces.threads()).toArray(EuclideanKernel[]::new);
        reading = pieces.forwards(this::readPiece);
        writing = pieces.backwards(this::writePiece);
        params = direction;
        gradient = direction;
    }

    @Override
    public void read(Weights weights, double learningRate, FlatVector x, FlatVector g, Sums sums) {
        params = x;
        gradient = g;
        a = weights.a();
        b = weights.b();
        try {
            pieces.each(reading, x, g);
        } finally {
            release();
        }
        pieces.sum(learningRate, sums);
    }

    private void readPiece(Piece piece, int thread) {
        kernels[thread].sums(a, direction, b, gradient, params, piece.from(), piece.to(), piece.formed());
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
        kernels[thread].write(a, direction, b, gradient, params, groups.keep(i, rate), groups.step(i, rate, stepSize),
                piece.from(), piece.to());
    }

    /** Nothing of the caller's is kept between passes. */
    private void release() {
        params = direction;
        gradient = direction;
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
