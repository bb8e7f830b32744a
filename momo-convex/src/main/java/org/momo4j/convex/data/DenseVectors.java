package org.momo4j.convex.data;

/** Inner product and sum of plain arrays. */
public final class DenseVectors {
    private DenseVectors() {}

    /** &lt;x, y&gt;, in four chains, since one chain of additions would wait for itself. */
    public static double dot(double[] x, double[] y) {
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

    /** x += factor · y. */
    public static void addScaled(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }
}
