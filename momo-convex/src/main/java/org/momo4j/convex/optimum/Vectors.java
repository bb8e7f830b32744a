package org.momo4j.convex.optimum;

import org.momo4j.convex.data.DenseVectors;

/** Inner products, norms and sums of plain arrays, beyond {@link DenseVectors}. */
final class Vectors {
    private Vectors() {}

    /** &lt;x, y&gt; in twice the precision, rounded once. */
    static double sharpDot(double[] x, double[] y) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < x.length; i++) {
            sum.addProduct(x[i], y[i]);
        }
        return sum.value();
    }

    static double norm(double[] x) {
        double largest = 0;
        for (double v : x) {
            largest = Math.max(largest, Math.abs(v));
        }
        if (largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0; // scaled, so that squares neither overflow nor vanish
        for (double v : x) {
            sum += (v / largest) * (v / largest);
        }
        return largest * Math.sqrt(sum);
    }

    /** Σ_k z_k v_k. */
    static double[] combine(double[][] vectors, double[] z, int length) {
        double[] sum = new double[length];
        for (int k = 0; k < z.length; k++) {
            DenseVectors.addScaled(sum, z[k], vectors[k]);
        }
        return sum;
    }

    /** &lt;v_k, x&gt; for every k. */
    static double[] products(double[][] vectors, double[] x) {
        double[] products = new double[vectors.length];
        for (int k = 0; k < vectors.length; k++) {
            products[k] = DenseVectors.dot(vectors[k], x);
        }
        return products;
    }

    static double[][] transpose(double[][] vectors, int length) {
        double[][] transposed = new double[length][vectors.length];
        for (int k = 0; k < vectors.length; k++) {
            for (int i = 0; i < length; i++) {
                transposed[i][k] = vectors[k][i];
            }
        }
        return transposed;
    }
}
