package org.momo4j.convex.optimum;

import org.momo4j.convex.data.Dataset;

/**
 * f(x) = (1/n) Σ φ(&lt;a_s, x&gt;, b_s) + (l2/2)|x|² in its own coordinates: the definition, against which a certificate
 * judges whatever was computed in other coordinates.
 */
record LinearModel(Dataset data, Phi phi, double l2) {
    /** A scalar loss. */
    interface Phi {
        double value(double z, double b);

        double derivative(double z, double b);
    }

    static final Phi SQUARED = new Phi() {
        @Override
        public double value(double z, double b) {
            return 0.5 * (z - b) * (z - b);
        }

        @Override
        public double derivative(double z, double b) {
            return z - b;
        }
    };

    static final Phi LOGISTIC = new Phi() {
        @Override
        public double value(double z, double b) {
            return Logistic.loss(b * z);
        }

        @Override
        public double derivative(double z, double b) {
            return -b * Logistic.sigmoid(-b * z);
        }
    };

    double value(double[] x) {
        CompensatedSum sum = new CompensatedSum();
        for (int s = 0; s < data.samples(); s++) {
            sum.add(phi.value(data.rows().dot(s, x), data.targets()[s]));
        }
        return sum.value() / data.samples() + 0.5 * l2 * Vectors.dot(x, x);
    }

    double[] gradient(double[] x) {
        double[] gradient = new double[x.length];
        for (int s = 0; s < data.samples(); s++) {
            double slope = phi.derivative(data.rows().dot(s, x), data.targets()[s]);
            data.rows().addScaled(s, slope / data.samples(), gradient);
        }
        Vectors.addScaled(gradient, l2, x);
        return gradient;
    }
}
