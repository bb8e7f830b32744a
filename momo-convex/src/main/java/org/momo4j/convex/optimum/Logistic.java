package org.momo4j.convex.optimum;

/** Scalar functions of logistic regression, accurate at any margin. */
final class Logistic {
    private Logistic() {}

    /** log(1 + exp(−margin)). */
    static double loss(double margin) {
        return Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }

    /** 1/(1 + exp(−t)). */
    static double sigmoid(double t) {
        double e = Math.exp(-Math.abs(t));
        return (t >= 0 ? 1 : e) / (1 + e);
    }

    /** −y log y − (1−y) log(1−y), the convex conjugate's negative. */
    static double entropy(double y) {
        return y <= 0 || y >= 1 ? 0 : -y * Math.log(y) - (1 - y) * Math.log1p(-y);
    }
}
