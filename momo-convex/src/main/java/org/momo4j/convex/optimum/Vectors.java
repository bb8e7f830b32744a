package org.momo4j.convex.optimum;

/** Inner products and sums of plain arrays. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i <= x.length - 4; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            s0 += x[i] * y[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

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

    /** x += factor · y. */
    static void addScaled(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }

    /** Σ_k z_k v_k. */
    static double[] combine(double[][] vectors, double[] z, int length) {
        double[] sum = new double[length];
        for (int k = 0; k < z.length; k++) {
            addScaled(sum, z[k], vectors[k]);
        }
        return sum;
    }

    /** &lt;v_k, x&gt; for every k. */
    static double[] products(double[][] vectors, double[] x) {
        double[] products = new double[vectors.length];
        for (int k = 0; k < vectors.length; k++) {
            products[k] = dot(vectors[k], x);
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
