package org.momo4j.core.pass;

import java.util.stream.Stream;
import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MetricBlock;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.DiagonalKernel;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/**
 * Both passes in a diagonal metric without look-ahead: pass (a) goes block by block once over g, d, x and the statistics, has
 * the metric formed, adds the sums, and leaves candidates and D^-1 d in vectors of their own, since to form a metric in
 * double twice takes longer than to write it; pass (b) forms d again and moves x. Does what {@link GenericPasses} defines.
 */
final class DiagonalPasses implements Passes {
    private final DiagonalPreconditioner preconditioner;
    private final Groups groups;
    private final Pieces pieces;
    private final FlatVector direction;
    private final FlatVector preconditioned;
    private final DiagonalKernel[] kernels;
    private final LinearKernel[] moves;
    private final MetricBlock[] blocks;
    private final Crew.Work reading;
    private final Crew.Work writing;

    // one pass, as all threads see it
    private FlatVector params;
    private FlatVector gradient;
    private long k;
    private double a;
    private double b;
    private double rate;
    private double stepSize;

    DiagonalPasses(Kernels kernels, DiagonalPreconditioner preconditioner, Groups groups, Setting setting) {
        this.preconditioner = preconditioner;
        this.groups = groups;
        pieces = new Pieces(groups, setting.threads());
        direction = FlatVector.zeros(setting.type(), setting.layout().size());
        preconditioned = direction.zerosLike();
        int threads = pieces.threads();
        int statistics = preconditioner.statistics().size();
        this.kernels = Stream.generate(kernels::diagonal).limit(threads).toArray(DiagonalKernel[]::new);
        moves = Stream.generate(kernels::linear).limit(threads).toArray(LinearKernel[]::new);
        blocks = Stream.generate(() -> new MetricBlock(statistics)).limit(threads).toArray(MetricBlock[]::new);
        reading = pieces.forwards(this::readPiece);
        writing = pieces.backwards(this::writePiece);
        params = direction;
        gradient = direction;
    }

    @Override
    public void read(Weights weights, double learningRate, FlatVector x, FlatVector g, Sums sums) {
        params = x;
        gradient = g;
        k = weights.k();
        a = weights.a();
        b = weights.b();
        rate = learningRate;
        try {
            pieces.each(reading, x, g);
        } finally {
            release();
        }
        pieces.sum(learningRate, sums);
    }

    private void readPiece(Piece piece, int thread) {
        piece.formed().clear();
        for (long at = piece.from(); at < piece.to(); at += MetricBlock.LENGTH) {
            readBlock(piece, at, kernels[thread], blocks[thread]);
        }
    }

    private void readBlock(Piece piece, long at, DiagonalKernel kernel, MetricBlock block) {
        block.begin(k, rate, (int) Math.min(MetricBlock.LENGTH, piece.to() - at));
        kernel.load(a, direction, b, gradient, preconditioner.statistics(), block, at);
        preconditioner.metric().form(block);
        kernel.sums(block, params, preconditioned, at, piece.formed());
        kernel.store(block, preconditioner.candidates(), at);
    }

    @Override
    public void write(double learningRate, double step, FlatVector x, FlatVector g) {
        params = x;
        gradient = g;
        stepSize = step;
        try {
            pieces.each(writing, x, g);
        } finally {
            release();
        }
        preconditioner.accept();
    }

    private void writePiece(Piece piece, int thread) {
        int i = piece.group();
        moves[thread].combine(a, direction, b, gradient, direction, piece.from(), piece.to());
        moves[thread].move(params, groups.keep(i, rate), groups.step(i, rate, stepSize), preconditioned, piece.from(),
                piece.to());
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
