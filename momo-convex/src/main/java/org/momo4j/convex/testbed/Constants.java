package org.momo4j.convex.testbed;

import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.Rows;
import org.momo4j.convex.problem.ScalarLoss;

/**
 * Constants of f(x, s) = φ(&lt;a_s, x&gt;, b_s) + (l2/2)|x|² about a minimiser, in closed form.
 *
 * @param radius        R = |x*|, because x_1 = 0
 * @param excess        max_s f(x*, s) − f*
 * @param gradientBound G
 * @param gradientHow   the formula of G
 * @param smoothness    L; NaN if φ is not smooth
 */
record Constants(double radius, double excess, double gradientBound, String gradientHow, double smoothness) {
    /** Constants must bound what is computed with rounding, too. */
    private static final double ROOM = 1 + 1e-10;

    static Constants of(Dataset data, ScalarLoss loss, double l2, double shift, double[] minimiser, double infimum) {
        double radius = norm(minimiser);
        double decay = 0.5 * l2 * radius * radius;
        double largestLoss = 0;
        double largestSquare = 0;
        double squares = 0;
        double atMinimiser = 0;
        int n = data.samples();
        for (int s = 0; s < n; s++) {
            double square = data.rows().normSquared(s);
            double z = data.rows().dot(s, minimiser);
            double slope = loss.derivative(z, data.targets()[s]);
            largestLoss = Math.max(largestLoss, loss.value(z, data.targets()[s]) + decay + shift - infimum);
            largestSquare = Math.max(largestSquare, square);
            squares += square / n;
            atMinimiser += square * slope * slope / n;
        }
        double byLipschitz = loss.lipschitz() * Math.sqrt(squares);
        double bySmoothness = loss.smoothness() * Math.sqrt(largestEigenvalue(data.rows())) * radius
                + Math.sqrt(atMinimiser);
        boolean lipschitz = byLipschitz <= bySmoothness;
        double bound = ROOM * ((lipschitz ? byLipschitz : bySmoothness) + 2 * l2 * radius);
        String how = (lipschitz
                ? "|φ'| <= " + loss.lipschitz() + ", so G² = mean |a_s|²"
                : "φ' is " + loss.smoothness()
                        + "-Lipschitz, so by Minkowski G = |mean |a_s|² a_s a_s^T|_F^½ R + (mean |a_s|² φ'_s(x*)²)^½")
                + (l2 > 0 ? ", + 2 l2 R for the squared norm" : "") + "; G = " + bound;
        double smoothness = Double.isInfinite(loss.smoothness())
                ? Double.NaN
                : ROOM * (largestSquare * loss.smoothness() + l2);
        return new Constants(radius, largestLoss, bound, how, smoothness);
    }

    /** The Frobenius norm of M = mean |a_s|² a_s a_s^T, which its largest eigenvalue does not exceed. */
    private static double largestEigenvalue(Rows rows) {
        int n = rows.count();
        double[] squares = new double[n];
        double sum = 0;
        for (int s = 0; s < n; s++) {
            double[] row = rows.row(s);
            double square = rows.normSquared(s);
            squares[s] = square;
            sum += square * square * square * square;
            for (int t = 0; t < s; t++) {
                double product = rows.dot(t, row);
                sum += 2 * square * squares[t] * product * product;
            }
        }
        return Math.sqrt(sum) / n;
    }

    static double norm(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
