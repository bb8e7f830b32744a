package org.momo4j.core.preconditioner.shampoo;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.momo4j.api.state.State;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * One factor of a Kronecker product: a sum of outer products, S_k = ε I + Σ_{j≤k} A_j A_jᵀ, and its root S^(-1/4), which may
 * be that of an earlier step.
 */
final class KroneckerFactor {
    private final double epsilon;
    private double[][] sum;
    private double[][] candidate;
    private double[][] root;
    private double[][] candidateRoot;

    KroneckerFactor(int size, double epsilon) {
        this.epsilon = epsilon;
        sum = scaledIdentity(size, epsilon);
        candidate = new double[size][size];
        root = scaledIdentity(size, Math.pow(epsilon, -0.25));
        candidateRoot = root;
    }

    private static double[][] scaledIdentity(int size, double scale) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = scale;
        }
        return matrix;
    }

    /** S^(-1/4) of the candidate. */
    double[][] root() {
        return candidateRoot;
    }

    /** Forms the candidate S + A Aᵀ, and its root if it is to be renewed. */
    void observe(long k, double[][] a, boolean renewRoot) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int l = 0; l < a[i].length; l++) {
                    product += a[i][l] * a[j][l];
                }
                candidate[i][j] = requireFinite(k, "sum of products of gradients", sum[i][j] + product);
                candidate[j][i] = candidate[i][j];
            }
        }
        candidateRoot = renewRoot ? inverseFourthRoot(k) : root;
    }

    /** V diag(w)^(-1/4) Vᵀ; what rounding takes from the eigenvalues w ≥ ε is given back. */
    private double[][] inverseFourthRoot(long k) {
        int n = candidate.length;
        double scale = 0; // squares inside the decomposition must not overflow
        for (int i = 0; i < n; i++) {
            scale = Math.max(scale, candidate[i][i]);
        }
        Array2DRowRealMatrix scaled = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled.setEntry(i, j, candidate[i][j] / scale);
            }
        }
        EigenDecomposition eigen;
        try {
            eigen = new EigenDecomposition(scaled);
        } catch (MathIllegalStateException notConverged) {
            throw new NonFiniteStepException(k, "root of a Kronecker factor (its eigenvalues do not converge)",
                    Double.NaN);
        }
        double[][] inverse = new double[n][n];
        for (int l = 0; l < n; l++) {
            double[] v = eigen.getEigenvector(l).toArray();
            double weight = Math.pow(Math.max(scale * eigen.getRealEigenvalue(l), epsilon), -0.25);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    inverse[i][j] += weight * v[i] * v[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }

    void accept() {
        double[][] old = sum;
        sum = candidate;
        candidate = old;
        root = candidateRoot;
    }

    State state() {
        return State.version(1).with("sum", flat(sum)).with("root", flat(root));
    }

    Runnable restoring(State state) {
        long elements = (long) sum.length * sum.length;
        FlatVector restoredSum = state.requireVersion(1).vector("sum", ElementType.FLOAT64, elements);
        FlatVector restoredRoot = state.vector("root", ElementType.FLOAT64, elements);
        return () -> {
            sum = square(restoredSum);
            root = square(restoredRoot);
            candidateRoot = root;
        };
    }

    private static FlatVector flat(double[][] matrix) {
        int n = matrix.length;
        FlatVector flat = FlatVector.zeros(ElementType.FLOAT64, (long) n * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flat.set((long) i * n + j, matrix[i][j]);
            }
        }
        return flat;
    }

    private double[][] square(FlatVector flat) {
        int n = sum.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = flat.get((long) i * n + j);
            }
        }
        return matrix;
    }
}
