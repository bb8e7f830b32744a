package org.momo4j.convex.optimum;

import java.util.Arrays;
import java.util.Optional;
import org.momo4j.convex.data.Dataset;

/**
 * Coordinates z of a linear model with (l2/2)|x|², in which the matrix [A; √(n l2) I] has orthonormal columns: then
 *
 * <pre>
 *     A x = T z,    n l2 |x|² = |B z|²,    T^T T + B^T B = I.
 * </pre>
 *
 * Newton's method does not care about coordinates, but rounding does: here columns may have any scale, be zero or
 * depend on each other, and there may be more of them than examples. Without l2 there is no B, and z covers the column
 * space of A.
 */
final class Whitening {
    private final int n;
    private final int dimension;
    private final ActiveColumns active;
    /** Basis of the row space, where it is smaller than the space. */
    private final Optional<double[][]> rowSpace;
    private final OrthonormalBasis basis;

    private Whitening(int n, int dimension, ActiveColumns active, Optional<double[][]> rowSpace,
            OrthonormalBasis basis) {
        this.n = n;
        this.dimension = dimension;
        this.active = active;
        this.rowSpace = rowSpace;
        this.basis = basis;
    }

    static Whitening of(Dataset data, double l2) {
        int n = data.samples();
        ActiveColumns active = ActiveColumns.of(data.name(), data.rows());
        OrthonormalBasis plain = OrthonormalBasis.of(active.values(), n);
        int d = active.values().length;
        // the optimum lies in the row space; staying there keeps columns that depend on each other exact
        Optional<double[][]> rowSpace = plain.rank() < d ? Optional.of(plain.ofRows().vectors()) : Optional.empty();
        OrthonormalBasis basis = l2 > 0 ? augmented(active.values(), rowSpace, n, l2) : plain;
        return new Whitening(n, data.dimension(), active, rowSpace, basis);
    }

    private static OrthonormalBasis augmented(double[][] columns, Optional<double[][]> rowSpace, int n, double l2) {
        double[][] reduced = rowSpace.isEmpty()
                ? columns
                : Arrays.stream(rowSpace.get()).map(v -> Vectors.combine(columns, v, n)).toArray(double[][]::new);
        double[][] augmented = new double[reduced.length][];
        for (int j = 0; j < reduced.length; j++) {
            augmented[j] = Arrays.copyOf(reduced[j], n + reduced.length);
            augmented[j][n + j] = Math.sqrt(n * l2);
        }
        return OrthonormalBasis.of(augmented, n + reduced.length);
    }

    /** Number of coordinates. */
    int rank() {
        return basis.rank();
    }

    /** The columns of [T; B]. */
    double[][] vectors() {
        return basis.vectors();
    }

    /** The rows of T. */
    double[][] top() {
        return Arrays.copyOf(rows(), n);
    }

    /** The rows of B. */
    double[][] bottom() {
        double[][] rows = rows();
        return Arrays.copyOfRange(rows, n, rows.length);
    }

    private double[][] rows() {
        double[][] vectors = basis.vectors();
        return Vectors.transpose(vectors, vectors.length == 0 ? n : vectors[0].length);
    }

    /** The x of smallest length with these coordinates. */
    double[] lift(double[] z) {
        double[] x = basis.basicSolution(z);
        int d = active.values().length;
        if (rowSpace.isPresent()) {
            double[][] rows = rowSpace.get();
            // with l2, x consists of coordinates in the row space; without, its part outside is superfluous
            x = Vectors.combine(rows, x.length < d ? x : Vectors.products(rows, x), d);
        }
        return active.lift(x, dimension);
    }
}
