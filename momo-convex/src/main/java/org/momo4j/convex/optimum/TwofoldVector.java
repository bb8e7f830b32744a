package org.momo4j.convex.optimum;

/** A vector kept to twice the precision of a double, for sums that cancel (Ogita, Rump and Oishi 2005, Dot2). */
final class TwofoldVector {
    private final double[] high;
    private final double[] low;

    /** Copies x. */
    TwofoldVector(double[] x) {
        high = x.clone();
        low = new double[x.length];
    }

    /** this += factor · x; the error is that of one rounding at the end. */
    void addScaled(double factor, double[] x) {
        for (int i = 0; i < high.length; i++) {
            double product = factor * x[i];
            double before = high[i];
            double sum = before + product;
            double part = sum - before;
            low[i] += ((before - (sum - part)) + (product - part)) + Math.fma(factor, x[i], -product);
            high[i] = sum;
        }
    }

    double[] rounded() {
        double[] rounded = new double[high.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = high[i] + low[i];
        }
        return rounded;
    }
}
