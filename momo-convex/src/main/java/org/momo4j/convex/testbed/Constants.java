package org.momo4j.convex.testbed;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
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
                        + "-Lipschitz, so by Minkowski G = λ_max(mean |a_s|² a_s a_s^T)^½ R + (mean |a_s|² φ'_s(x*)²)^½")
                + (l2 > 0 ? ", + 2 l2 R for the squared norm" : "") + "; G = " + bound;
        double smoothness = Double.isInfinite(loss.smoothness())
                ? Double.NaN
                : ROOM * (largestSquare * loss.smoothness() + l2);
        return new Constants(radius, largestLoss, bound, how, smoothness);
    }

    /** Of M = mean |a_s|² a_s a_s^T, or of the matrix |a_s| |a_t| &lt;a_s, a_t&gt;/n with the same one if that is smaller. */
    private static double largestEigenvalue(Rows rows) {
        int n = rows.count();
        int d = rows.dimension();
        double[][] scaled = new double[n][];
        for (int s = 0; s < n; s++) {
            double factor = Math.sqrt(rows.normSquared(s) / n);
            scaled[s] = Arrays.stream(rows.row(s)).map(v -> factor * v).toArray();
        }
        RealMatrix matrix = new Array2DRowRealMatrix(scaled, false);
        RealMatrix square = n < d ? matrix.multiply(matrix.transpose()) : matrix.transpose().multiply(matrix);
        return Math.max(0, Arrays.stream(new EigenDecomposition(square).getRealEigenvalues()).max().orElse(0));
    }

    static double norm(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
