package org.momo4j.convex.optimum;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.momo4j.convex.data.DenseVectors;

/**
 * An orthonormal basis of the span of some columns that is right to rounding however nearly the columns depend on each
 * other. Gram-Schmidt alone turns the span by rounding times the condition number κ of the columns. So the columns are
 * combined, A X with X = R^{-1} of a first orthogonalisation A ≈ Q R, in twice the precision; their span is that of A, and
 * their condition number is about 1 + 2^(−52) κ, which a second orthogonalisation can do with (Rump 2009).
 *
 * @param columns   A
 * @param first     the first orthogonalisation
 * @param transform the columns of X
 * @param second    the orthogonalisation of A X
 */
record RefinedBasis(double[][] columns, OrthonormalBasis first, double[][] transform, OrthonormalBasis second) {
    private static final double ROUNDING = 0x1p-52;
    /** What is left of a unit column by the others; below a few ulps it could be the rounding of the data. */
    private static final double FEW_ULPS = 8 * ROUNDING;
    /** Part of a combined column that is not rounding: it would be about 1 but for the rounding of X. */
    private static final double COMBINED = 0x1p-30;
    /** What is left of a column, relative to it, that twice the precision cannot tell from 0. */
    private static final double NOTHING = 0x1p-88;
    /** Each takes off all but a part 2^(−52) κ. */
    private static final int CORRECTIONS = 6;

    /**
     * The basis of these columns.
     *
     * @param columns of the same length; not changed
     * @param length  that length
     */
    static RefinedBasis of(double[][] columns, int length) {
        OrthonormalBasis first = OrthonormalBasis.of(columns, length, FEW_ULPS);
        double[][] transform = new double[first.rank()][];
        double[][] combined = new double[first.rank()][];
        for (int k = 0; k < transform.length; k++) {
            transform[k] = first.basicSolution(unit(first.rank(), k));
            combined[k] = combine(columns, transform[k], length);
        }
        return new RefinedBasis(columns, first, transform, OrthonormalBasis.of(combined, length, COMBINED));
    }

    private static double[] unit(int length, int k) {
        double[] unit = new double[length];
        unit[k] = 1;
        return unit;
    }

    private static double[] combine(double[][] vectors, double[] z, int length) {
        TwofoldVector sum = new TwofoldVector(new double[length]);
        for (int k = 0; k < z.length; k++) {
            if (z[k] != 0) {
                sum.addScaled(z[k], vectors[k]);
            }
        }
        return sum.rounded();
    }

    double[][] vectors() {
        return second.vectors();
    }

    int rank() {
        return second.rank();
    }

    /** By how much, as an angle, rounding may have turned the span. */
    double tilt() {
        return ROUNDING * (2 + Math.sqrt(rank())) * second.condition();
    }

    /** An x with Σ_j x_j column_j = Σ_k z_k vector_k, zero outside the columns that were found independent. */
    double[] basicSolution(double[] z) {
        return combine(transform, second.basicSolution(z), columns.length);
    }

    /** A basis of the span of the rows, as vectors of the length of x. */
    double[][] ofRows() {
        int[] kept = second.pivots();
        double[][] rows = new double[kept.length][columns.length];
        for (int k = 0; k < kept.length; k++) {
            for (int j = 0; j < columns.length; j++) {
                rows[k][j] = first.coefficients()[kept[k]][j] * first.scales()[j];
            }
        }
        return OrthonormalBasis.of(rows, columns.length, FEW_ULPS).vectors();
    }

    /** The columns, zero ones aside, that were taken to depend on the others. */
    int[] dependent() {
        boolean[] independent = new boolean[columns.length];
        for (int k : second.pivots()) {
            independent[first.pivots()[k]] = true;
        }
        return IntStream.range(0, columns.length).filter(j -> !independent[j] && Vectors.norm(columns[j]) > 0)
                .toArray();
    }

    /**
     * An orthonormal basis of what the dependent columns have outside the span after all: of the size of an ulp, but the
     * data are what they are, and an optimum over them may use it. Empty if nothing is there that twice the precision can
     * see.
     */
    double[][] remainders() {
        int length = rank() == 0 ? 0 : vectors()[0].length;
        if (rank() == length) {
            return new double[0][];
        }
        double[][] remainders = Arrays.stream(dependent()).mapToObj(this::remainder).filter(r -> r.length > 0)
                .toArray(double[][]::new);
        return OrthonormalBasis.of(remainders, length, FEW_ULPS).vectors();
    }

    /** Of one column; of length 0 if it is nothing. */
    private double[] remainder(int j) {
        TwofoldVector rest = new TwofoldVector(columns[j]);
        for (int correction = 0; correction < CORRECTIONS; correction++) {
            double[] x = basicSolution(Vectors.products(vectors(), rest.rounded()));
            for (int i = 0; i < x.length; i++) {
                if (x[i] != 0) {
                    rest.addScaled(-x[i], columns[i]);
                }
            }
        }
        double[] remainder = rest.rounded();
        if (Vectors.norm(remainder) <= NOTHING * Vectors.norm(columns[j])) {
            return new double[0];
        }
        for (double[] v : vectors()) {
            DenseVectors.addScaled(remainder, -DenseVectors.dot(v, remainder), v);
        }
        return remainder;
    }
}
