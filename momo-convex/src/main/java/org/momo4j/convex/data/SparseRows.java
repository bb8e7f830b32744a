package org.momo4j.convex.data;

/**
 * Rows of which only some entries are stored (compressed sparse rows).
 *
 * @param dimension d
 * @param starts    n + 1 numbers: the entries of row i are those from starts[i] to starts[i + 1] − 1
 * @param columns   column of every entry, from 0, ascending within a row
 * @param values    value of every entry
 */
public record SparseRows(int dimension, int[] starts, int[] columns, double[] values) implements Rows {
    /** Checks the sizes. */
    public SparseRows {
        if (starts.length == 0 || starts[starts.length - 1] != values.length || columns.length != values.length) {
            throw new IllegalArgumentException("sparse matrix has " + columns.length + " columns and " + values.length
                    + " values for " + (starts.length == 0 ? "no start" : starts[starts.length - 1] + " entries")
                    + "; the three must agree");
        }
    }

    /** The same rows with every entry stored. */
    public DenseRows dense() {
        double[] dense = new double[Math.multiplyExact(count(), dimension)];
        for (int i = 0; i < count(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                dense[i * dimension + columns[k]] = values[k];
            }
        }
        return new DenseRows(count(), dimension, dense);
    }

    @Override
    public int count() {
        return starts.length - 1;
    }

    @Override
    public int stored() {
        return values.length;
    }

    @Override
    public double dot(int row, double[] x) {
        double sum = 0;
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            sum += values[k] * x[columns[k]];
        }
        return sum;
    }

    @Override
    public void addScaled(int row, double scale, double[] out) {
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            out[columns[k]] += scale * values[k];
        }
    }

    @Override
    public double normSquared(int row) {
        double sum = 0;
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            sum += values[k] * values[k];
        }
        return sum;
    }

    @Override
    public Rows scaled(double[] factors) {
        double[] scaled = values.clone();
        for (int i = 0; i < count(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                scaled[k] *= factors[i];
            }
        }
        return new SparseRows(dimension, starts, columns, scaled);
    }
}
