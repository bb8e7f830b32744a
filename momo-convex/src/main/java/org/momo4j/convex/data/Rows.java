package org.momo4j.convex.data;

/** A matrix of examples, one a row, read by row. Immutable, so that many objectives on many threads share one. */
public sealed interface Rows permits DenseRows, SparseRows {
    /** Number of rows, n. */
    int count();

    /** Number of columns, d. */
    int dimension();

    /** Number of entries that are stored. */
    int stored();

    /**
     * &lt;a_row, x&gt;.
     *
     * @param x of length d
     */
    double dot(int row, double[] x);

    /**
     * out += scale · a_row.
     *
     * @param out of length d
     */
    void addScaled(int row, double scale, double[] out);

    /** |a_row|². */
    double normSquared(int row);

    /** The same rows, row i multiplied by {@code factors[i]}. */
    Rows scaled(double[] factors);

    /** Row {@code row} as a dense array of length d. */
    default double[] row(int row) {
        double[] dense = new double[dimension()];
        addScaled(row, 1, dense);
        return dense;
    }
}
