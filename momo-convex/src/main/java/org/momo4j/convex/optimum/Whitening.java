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
    private final RefinedBasis basis;
    private final double[][] remainders;

    private Whitening(int n, int dimension, ActiveColumns active, Optional<double[][]> rowSpace,
            RefinedBasis basis) {
        this.n = n;
        this.dimension = dimension;
        this.active = active;
        this.rowSpace = rowSpace;
        this.basis = basis;
        this.remainders = basis.remainders();
    }

    static Whitening of(Dataset data, double l2) {
        int n = data.samples();
        ActiveColumns active = ActiveColumns.of(data.name(), data.rows());
        double[][] columns = active.values();
        if (l2 > 0 && columns.length <= n) {
            return new Whitening(n, data.dimension(), active, Optional.empty(), augmented(columns, n, l2));
        }
        RefinedBasis plain = RefinedBasis.of(columns, n);
        // the optimum of smallest length lies in the row space, which may be much smaller
        Optional<double[][]> rowSpace = plain.rank() < columns.length ? Optional.of(plain.ofRows()) : Optional.empty();
        if (l2 == 0) {
            return new Whitening(n, data.dimension(), active, rowSpace, plain);
        }
        double[][] reduced = rowSpace.isEmpty()
                ? columns
                : Arrays.stream(rowSpace.get()).map(v -> Vectors.combine(columns, v, n)).toArray(double[][]::new);
        return new Whitening(n, data.dimension(), active, rowSpace, augmented(reduced, n, l2));
    }

    private static RefinedBasis augmented(double[][] columns, int n, double l2) {
        double[][] augmented = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            augmented[j] = Arrays.copyOf(columns[j], n + columns.length);
            augmented[j][n + j] = Math.sqrt(n * l2);
        }
        return RefinedBasis.of(augmented, n + columns.length);
    }

    /** Number of coordinates. */
    int rank() {
        return basis.rank();
    }

    /** The columns of [T; B]. */
    double[][] vectors() {
        return basis.vectors();
    }

    /** What near dependence hides of the data: directions outside the span of the columns of [T; B], orthonormal too. */
    double[][] remainders() {
        return remainders;
    }

    /** By how much, as an angle, rounding may have turned the span of [A; √(n l2) I]. */
    double tilt() {
        return basis.tilt();
    }

    /** Whether x was restricted to a computed row space, so that only its own gradient can judge it. */
    boolean restricted() {
        return rowSpace.isPresent() && rowSpace.get().length > 0 && basis.columns()[0].length > n;
    }

    /** One line for a certificate. */
    String how() {
        int dependent = basis.dependent().length;
        return "rank " + rank() + (dependent == 0 || rank() == basis.columns()[0].length
                ? ""
                : ", " + dependent + " columns taken to depend on others, "
                        + (remainders.length == 0 ? "exactly" : "which is charged to the gap"));
    }

    /** Logistic regression in these coordinates, labels b multiplied into the rows of T. */
    MarginProblem margins(double[] b) {
        return margins(b, vectors());
    }

    /** The same over a wider space, that of {@link #remainders()} too; its infimum is at most that of the data. */
    MarginProblem widenedMargins(double[] b) {
        double[][] widened = Arrays.copyOf(vectors(), rank() + remainders.length);
        System.arraycopy(remainders, 0, widened, rank(), remainders.length);
        return margins(b, widened);
    }

    private MarginProblem margins(double[] b, double[][] vectors) {
        double[][] rows = Vectors.transpose(vectors, vectors.length == 0 ? n : vectors[0].length);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < vectors.length; k++) {
                rows[i][k] *= b[i];
            }
        }
        return new MarginProblem(Arrays.copyOf(rows, n), Arrays.copyOfRange(rows, n, rows.length), vectors.length);
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
