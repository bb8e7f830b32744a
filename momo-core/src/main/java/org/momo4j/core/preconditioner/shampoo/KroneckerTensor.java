package org.momo4j.core.preconditioner.shampoo;

import java.util.Arrays;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;

/**
 * Shampoo's metric of a matrix (MATH.md 7.8): with G the gradient as a matrix, L_k = ε I + Σ G Gᵀ, R_k = ε I + Σ Gᵀ G, and
 * D_k^-1 d = L_k^(-1/4) d R_k^(-1/4). Rows go along the first axis of the tensor, columns along all others. Everything is
 * computed in double.
 */
final class KroneckerTensor implements TensorMetric {
    private final NamedTensor tensor;
    private final int rows;
    private final int columns;
    private final int rootInterval;
    private final KroneckerFactor left;
    private final KroneckerFactor right;
    private final double[][] matrix;
    private final double[][] transposed;
    private final double[][] product;

    KroneckerTensor(NamedTensor tensor, double epsilon, int rootInterval) {
        this.tensor = tensor;
        this.rootInterval = rootInterval;
        rows = Math.toIntExact(tensor.shape().getFirst());
        columns = Math.toIntExact(tensor.size() / rows);
        left = new KroneckerFactor(rows, epsilon);
        right = new KroneckerFactor(columns, epsilon);
        matrix = new double[rows][columns];
        transposed = new double[columns][rows];
        product = new double[rows][columns];
    }

    private long index(int i, int j) {
        return tensor.offset() + (tensor.order() == NamedTensor.Order.ROW_MAJOR
                ? (long) i * columns + j
                : (long) j * rows + i);
    }

    private void read(FlatVector vector) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i][j] = vector.get(index(i, j));
            }
        }
    }

    @Override
    public void observe(long k, FlatVector gradient) {
        read(gradient);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        boolean renewRoot = (k - 1) % rootInterval == 0;
        left.observe(k, matrix, renewRoot);
        right.observe(k, transposed, renewRoot);
    }

    @Override
    public void applyInverse(FlatVector direction, FlatVector out) {
        read(direction);
        multiply(left.root(), matrix, product);
        multiply(product, right.root(), matrix);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out.set(index(i, j), matrix[i][j]);
            }
        }
    }

    /** c = a b; row by row, so that the inner loop runs along memory. */
    private static void multiply(double[][] a, double[][] b, double[][] c) {
        for (int i = 0; i < c.length; i++) {
            Arrays.fill(c[i], 0);
            for (int l = 0; l < b.length; l++) {
                double factor = a[i][l];
                for (int j = 0; j < c[i].length; j++) {
                    c[i][j] += factor * b[l][j];
                }
            }
        }
    }

    @Override
    public void accept() {
        left.accept();
        right.accept();
    }

    @Override
    public State state() {
        return State.version(1).with("left", left.state()).with("right", right.state());
    }

    @Override
    public Runnable restoring(State state) {
        Runnable restoringLeft = left.restoring(state.requireVersion(1).child("left"));
        Runnable restoringRight = right.restoring(state.child("right"));
        return () -> {
            restoringLeft.run();
            restoringRight.run();
        };
    }
}
