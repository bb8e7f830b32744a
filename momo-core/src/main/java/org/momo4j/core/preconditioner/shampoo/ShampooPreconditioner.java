package org.momo4j.core.preconditioner.shampoo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterLayout;

/**
 * Shampoo's metric (MATH.md 7.8 and 7.9), block-diagonal over the tensors: a Kronecker product D_k = L_k^(1/4) ⊗ R_k^(1/4)
 * for every tensor of two or more axes, read as a matrix with the first axis for its rows; the diagonal form for vectors, scalars
 * and matrices with more than {@code maxDimension} rows or columns. Source: Gupta, Koren, Singer, ICML 2018, algorithm 1; roots that
 * are renewed now and then, and the diagonal form of large dimensions, are their section 7.
 *
 * <p>
 * A step in which roots are renewed decomposes two symmetric matrices, O(n³) for a side of length n, and makes garbage. All else of
 * the step takes O(m n (m + n)) for a matrix of m by n, in the memory that it has.
 */
public final class ShampooPreconditioner implements Preconditioner {
    private final Map<String, TensorMetric> tensors = new LinkedHashMap<>();

    /**
     * A metric that has seen no gradient.
     *
     * @param layout       which tensors there are
     * @param epsilon      ε, what the factors start from
     * @param rootInterval roots are renewed at steps 1, 1 + n, 1 + 2n ... of this n
     * @param maxDimension the longest side of a matrix that has a Kronecker product
     * @throws IllegalArgumentException if ε is not in (0, inf), or one of the others less than 1
     */
    public ShampooPreconditioner(ParameterLayout layout, double epsilon, int rootInterval, int maxDimension) {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon is " + epsilon + "; it must be in (0, inf)");
        }
        if (rootInterval < 1 || maxDimension < 1) {
            throw new IllegalArgumentException("rootInterval is " + rootInterval + " and maxDimension " + maxDimension
                    + "; both must be at least 1");
        }
        for (NamedTensor tensor : layout.tensors()) {
            if (tensor.size() > 0) {
                tensors.put(tensor.name(), isMatrix(tensor, maxDimension)
                        ? new KroneckerTensor(tensor, epsilon, rootInterval)
                        : new DiagonalTensor(tensor, epsilon));
            }
        }
    }

    private static boolean isMatrix(NamedTensor tensor, int maxDimension) {
        return tensor.shape().size() >= 2 && tensor.shape().getFirst() <= maxDimension
                && tensor.size() / tensor.shape().getFirst() <= maxDimension;
    }

    @Override
    public void observe(long k, double rate, FlatVector gradient, FlatVector direction) {
        tensors.values().forEach(tensor -> tensor.observe(k, gradient));
    }

    @Override
    public FlatVector applyInverse(FlatVector direction, FlatVector out) {
        tensors.values().forEach(tensor -> tensor.applyInverse(direction, out));
        return out;
    }

    @Override
    public void accept() {
        tensors.values().forEach(TensorMetric::accept);
    }

    @Override
    public State state() {
        State state = State.version(1);
        tensors.forEach((name, tensor) -> state.with(name, tensor.state()));
        return state;
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
        List<Runnable> restoring = new ArrayList<>();
        tensors.forEach((name, tensor) -> restoring.add(tensor.restoring(state.child(name))));
        restoring.forEach(Runnable::run);
    }
}
