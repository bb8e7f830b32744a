package org.momo4j.convex.optimum;

import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseVectors;

/**
 * f(x) = (1/n) Σ φ(&lt;a_s, x&gt;, b_s) + (l2/2)|x|² in its own coordinates: the definition, against which a certificate
 * judges whatever was computed in other coordinates.
 */
record LinearModel(Dataset data, Phi phi, double l2) {
    /** A scalar loss. */
    interface Phi {
        double value(double z, double b);

        double derivative(double z, double b);

        /** A bound of the second derivative. */
        double curvature();
    }

    private static final double ULPS = 4 * 0x1p-52;

    static final Phi SQUARED = new Phi() {
        @Override
        public double value(double z, double b) {
            return 0.5 * (z - b) * (z - b);
        }

        @Override
        public double derivative(double z, double b) {
            return z - b;
        }

        @Override
        public double curvature() {
            return 1;
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

        @Override
        public double curvature() {
            return 0.25;
        }
    };

    double value(double[] x) {
        CompensatedSum sum = new CompensatedSum();
        for (int s = 0; s < data.samples(); s++) {
            sum.add(phi.value(Vectors.sharpDot(data.rows().row(s), x), data.targets()[s]));
        }
        return sum.value() / data.samples() + 0.5 * l2 * DenseVectors.dot(x, x);
    }

    /** ∇f(x); sums that cancel are carried in twice the precision. */
    double[] gradient(double[] x) {
        TwofoldVector gradient = new TwofoldVector(new double[x.length]);
        for (int s = 0; s < data.samples(); s++) {
            gradient.addScaled(slope(s, x) / data.samples(), data.rows().row(s));
        }
        gradient.addScaled(l2, x);
        return gradient.rounded();
    }

    /** A bound of the error of {@link #gradient}: that of the slopes, a few ulps of them and of their arguments each. */
    double gradientError(double[] x) {
        double sum = 0;
        for (int s = 0; s < data.samples(); s++) {
            double z = Vectors.sharpDot(data.rows().row(s), x);
            sum += (Math.abs(slope(s, x)) + phi.curvature() * Math.abs(z)) * Math.sqrt(data.rows().normSquared(s));
        }
        return ULPS * sum / data.samples();
    }

    private double slope(int s, double[] x) {
        return phi.derivative(Vectors.sharpDot(data.rows().row(s), x), data.targets()[s]);
    }
}
