package org.momo4j.convex.data;

/**
 * Rows of which every entry is stored.
 *
 * @param count     n
 * @param dimension d
 * @param values    n · d numbers, row after row; not copied, and not to be changed
 */
public record DenseRows(int count, int dimension, double[] values) implements Rows {
    /** Checks the size. */
    public DenseRows {
        if (values.length != Math.multiplyExact(count, dimension)) {
            throw new IllegalArgumentException("matrix has " + values.length + " values; " + count + " rows of "
                    + dimension + " columns need " + (long) count * dimension);
        }
    }

    /** Rows given one by one, all of the same length. */
    public static DenseRows of(double[]... rows) {
        int dimension = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, dimension)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != dimension) {
                throw new IllegalArgumentException("row " + i + " has " + rows[i].length + " entries; row 0 has "
                        + dimension);
            }
            System.arraycopy(rows[i], 0, values, i * dimension, dimension);
        }
        return new DenseRows(rows.length, dimension, values);
    }

    @Override
    public int stored() {
        return values.length;
    }

    @Override
    public double dot(int row, double[] x) {
        int start = row * dimension;
        // four chains: one chain of additions would wait for itself
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j <= dimension - 4; j += 4) {
            s0 += values[start + j] * x[j];
            s1 += values[start + j + 1] * x[j + 1];
            s2 += values[start + j + 2] * x[j + 2];
            s3 += values[start + j + 3] * x[j + 3];
        }
        for (; j < dimension; j++) {
            s0 += values[start + j] * x[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public void addScaled(int row, double scale, double[] out) {
        int start = row * dimension;
        for (int j = 0; j < dimension; j++) {
            out[j] += scale * values[start + j];
        }
    }

    @Override
    public double normSquared(int row) {
        double sum = 0;
        for (int k = row * dimension; k < (row + 1) * dimension; k++) {
            sum += values[k] * values[k];
        }
        return sum;
    }

    @Override
    public Rows scaled(double[] factors) {
        double[] scaled = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            scaled[k] = factors[k / dimension] * values[k];
        }
        return new DenseRows(count, dimension, scaled);
    }
}
