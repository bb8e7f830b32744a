package org.momo4j.convex.optimum;

import java.util.Arrays;
import org.momo4j.convex.data.DenseVectors;

/**
 * An orthonormal basis of the span of some columns, by modified Gram-Schmidt with pivoting, every basis vector
 * orthogonalised once more. Columns are scaled to length 1 first, so that rank does not depend on their units.
 *
 * @param vectors      the basis, r vectors
 * @param pivots       which column gave each of them
 * @param coefficients coefficients[k][j] = &lt;vector k, column j&gt;/scales[j]
 * @param scales       lengths of the columns; 1 for a zero column
 */
record OrthonormalBasis(double[][] vectors, int[] pivots, double[][] coefficients, double[] scales) {
    private static final double ROUNDING = 0x1p-52;

    /** The basis of these columns, with what is left of a unit column of dependent ones guessed from the size. */
    static OrthonormalBasis of(double[][] columns, int length) {
        return of(columns, length, 64 * ROUNDING * Math.sqrt(Math.max(16, Math.max(length, columns.length))));
    }

    /**
     * The basis of these columns.
     *
     * @param columns    of the same length; not changed
     * @param length     that length
     * @param negligible a unit column of which no more than this is left by the others depends on them
     */
    static OrthonormalBasis of(double[][] columns, int length, double negligible) {
        int d = columns.length;
        double[] scales = new double[d];
        double[][] rest = new double[d][];
        double[] norms = new double[d];
        for (int j = 0; j < d; j++) {
            double norm = Vectors.norm(columns[j]);
            scales[j] = norm == 0 ? 1 : norm;
            rest[j] = columns[j].clone();
            for (int i = 0; i < length; i++) {
                rest[j][i] /= scales[j];
            }
            norms[j] = norm == 0 ? 0 : 1;
        }
        int most = Math.min(d, length);
        double[][] vectors = new double[most][];
        double[][] coefficients = new double[most][d];
        int[] pivots = new int[most];
        int rank = 0;
        for (; rank < most; rank++) {
            int pivot = largest(norms);
            if (norms[pivot] <= negligible) {
                break;
            }
            double[] q = rest[pivot].clone();
            normalise(q);
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < rank; k++) {
                    DenseVectors.addScaled(q, -DenseVectors.dot(vectors[k], q), vectors[k]);
                }
                normalise(q);
            }
            vectors[rank] = q;
            pivots[rank] = pivot;
            for (int j = 0; j < d; j++) {
                if (norms[j] > 0) {
                    double product = DenseVectors.dot(q, rest[j]);
                    coefficients[rank][j] = product;
                    DenseVectors.addScaled(rest[j], -product, q);
                    norms[j] = j == pivot ? 0 : Math.sqrt(DenseVectors.dot(rest[j], rest[j]));
                }
            }
        }
        return new OrthonormalBasis(Arrays.copyOf(vectors, rank), Arrays.copyOf(pivots, rank),
                Arrays.copyOf(coefficients, rank), scales);
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int j = 1; j < values.length; j++) {
            best = values[j] > values[best] ? j : best;
        }
        return best;
    }

    private static void normalise(double[] q) {
        double norm = Math.sqrt(DenseVectors.dot(q, q));
        for (int i = 0; i < q.length; i++) {
            q[i] /= norm;
        }
    }

    int rank() {
        return vectors.length;
    }

    /** The x that is zero outside the pivots, with Σ_j x_j column_j = Σ_k z_k vector_k. */
    double[] basicSolution(double[] z) {
        double[] solved = solve(z);
        double[] x = new double[scales.length];
        for (int k = 0; k < solved.length; k++) {
            x[pivots[k]] = solved[k] / scales[pivots[k]];
        }
        return x;
    }

    /** R^{-1} z for the triangle R of the pivots' unit columns. */
    private double[] solve(double[] z) {
        double[] solved = new double[rank()];
        for (int k = rank() - 1; k >= 0; k--) {
            double sum = z[k];
            for (int l = k + 1; l < rank(); l++) {
                sum -= coefficients[k][pivots[l]] * solved[l];
            }
            solved[k] = sum / coefficients[k][pivots[k]];
        }
        return solved;
    }

    /** The largest norm of a column of R^{-1}, at least 1: the condition number of the unit columns, up to a factor r. */
    double condition() {
        double squares = 0;
        for (int k = 0; k < rank(); k++) {
            double[] unit = new double[rank()];
            unit[k] = 1;
            double norm = Vectors.norm(solve(unit));
            squares = Math.max(squares, norm * norm);
        }
        return Math.max(1, Math.sqrt(squares));
    }
}
