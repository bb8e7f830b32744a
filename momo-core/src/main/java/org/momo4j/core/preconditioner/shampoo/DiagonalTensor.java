package org.momo4j.core.preconditioner.shampoo;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;

/**
 * Shampoo's diagonal form (MATH.md 7.9), for vectors and matrices that are too large: D_k = diag((ε + Σ_{j≤k} g_j²)^(1/2)).
 * Sums are double whatever the element type.
 */
final class DiagonalTensor implements TensorMetric {
    private final long offset;
    private final FlatVector roots;
    private FlatVector squares;
    private FlatVector candidates;
    private final double epsilon;

    DiagonalTensor(NamedTensor tensor, double epsilon) {
        this.epsilon = epsilon;
        offset = tensor.offset();
        squares = FlatVector.zeros(ElementType.FLOAT64, tensor.size());
        candidates = squares.zerosLike();
        roots = squares.zerosLike();
    }

    @Override
    public void observe(long k, FlatVector gradient) {
        for (long i = 0; i < squares.size(); i++) {
            double g = gradient.get(offset + i);
            double square = requireFinite(k, "sum of squared gradients", squares.get(i) + g * g);
            candidates.set(i, square);
            roots.set(i, Math.sqrt(epsilon + square));
        }
    }

    @Override
    public void applyInverse(FlatVector direction, FlatVector out) {
        for (long i = 0; i < roots.size(); i++) {
            out.set(offset + i, direction.get(offset + i) / roots.get(i));
        }
    }

    @Override
    public void accept() {
        FlatVector old = squares;
        squares = candidates;
        candidates = old;
    }

    @Override
    public State state() {
        return State.version(1).with("squares", squares);
    }

    @Override
    public Runnable restoring(State state) {
        FlatVector restored = state.requireVersion(1).vector("squares", ElementType.FLOAT64, squares.size());
        return () -> squares.copyFrom(restored);
    }
}
