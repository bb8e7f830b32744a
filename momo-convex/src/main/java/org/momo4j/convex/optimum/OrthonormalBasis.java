package org.momo4j.convex.optimum;

import java.util.Arrays;

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

    /**
     * The basis of these columns.
     *
     * @param columns of the same length; not changed
     * @param length  that length
     */
    static OrthonormalBasis of(double[][] columns, int length) {
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
        // what is left of a unit column that depends on others is rounding of this size
        double negligible = 64 * ROUNDING * Math.sqrt(Math.max(16, Math.max(length, d)));
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
                    Vectors.addScaled(q, -Vectors.dot(vectors[k], q), vectors[k]);
                }
                normalise(q);
            }
            vectors[rank] = q;
            pivots[rank] = pivot;
            for (int j = 0; j < d; j++) {
                if (norms[j] > 0) {
                    double product = Vectors.dot(q, rest[j]);
                    coefficients[rank][j] = product;
                    Vectors.addScaled(rest[j], -product, q);
                    norms[j] = j == pivot ? 0 : Math.sqrt(Vectors.dot(rest[j], rest[j]));
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
        double norm = Math.sqrt(Vectors.dot(q, q));
        for (int i = 0; i < q.length; i++) {
            q[i] /= norm;
        }
    }

    int rank() {
        return vectors.length;
    }

    /** The x that is zero outside the pivots, with Σ_j x_j column_j = Σ_k z_k vector_k. */
    double[] basicSolution(double[] z) {
        double[] x = new double[scales.length];
        for (int k = rank() - 1; k >= 0; k--) {
            double sum = z[k];
            for (int l = k + 1; l < rank(); l++) {
                sum -= coefficients[k][pivots[l]] * x[pivots[l]];
            }
            x[pivots[k]] = sum / coefficients[k][pivots[k]];
        }
        for (int j = 0; j < x.length; j++) {
            x[j] /= scales[j];
        }
        return x;
    }

    /** A basis of the span of the rows, as vectors of the length of x. */
    OrthonormalBasis ofRows() {
        double[][] rows = new double[rank()][scales.length];
        for (int k = 0; k < rank(); k++) {
            for (int j = 0; j < scales.length; j++) {
                rows[k][j] = coefficients[k][j] * scales[j];
            }
        }
        return of(rows, scales.length);
    }
}
