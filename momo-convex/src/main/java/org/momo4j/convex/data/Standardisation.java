package org.momo4j.convex.data;

/** Columns with mean 0 and variance 1. */
final class Standardisation {
    private Standardisation() {}

    static DenseRows of(Rows rows) {
        int n = rows.count();
        int d = rows.dimension();
        double[] values = new double[Math.multiplyExact(n, d)];
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows.row(i), 0, values, i * d, d);
        }
        for (int j = 0; j < d; j++) {
            standardise(values, j, d, n);
        }
        return new DenseRows(n, d, values);
    }

    private static void standardise(double[] values, int column, int d, int n) {
        double mean = 0;
        double largest = 0;
        for (int k = column; k < values.length; k += d) {
            mean += values[k] / n;
            largest = Math.max(largest, Math.abs(values[k]));
        }
        double variance = 0;
        for (int k = column; k < values.length; k += d) {
            values[k] -= mean;
            variance += values[k] * values[k] / n;
        }
        // a constant column differs from its rounded mean by rounding only
        double deviation = Math.sqrt(variance);
        double factor = deviation > n * Math.ulp(largest) ? 1 / deviation : 0;
        for (int k = column; k < values.length; k += d) {
            values[k] *= factor;
        }
    }
}
