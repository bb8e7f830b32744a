package org.momo4j.convex.optimum;

import java.util.function.Predicate;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** Newton's method with step halving, each step by a Cholesky factorisation. */
final class Newton {
    private static final int MOST_STEPS = 300;
    /** Decrease predicted for the next step, n f, below which nothing is left to gain. */
    private static final double NOTHING = 1e-24;

    private Newton() {}

    /**
     * Minimises from z = 0 until rounding stops it.
     *
     * @param enough ends the search early, say when the margins of all examples are positive
     */
    static double[] minimise(MarginProblem f, Predicate<double[]> enough) {
        double[] z = new double[f.rank()];
        double value = f.value(z);
        int stalled = 0;
        for (int step = 0; step < MOST_STEPS && stalled < 3 && !enough.test(z); step++) {
            double[] gradient = f.scaledGradient(z);
            double[] direction = solve(f.scaledHessian(z), gradient);
            double slope = Vectors.dot(gradient, direction);
            if (!(slope > NOTHING)) {
                break;
            }
            double[] best = z;
            double bestValue = value;
            double t = 1;
            for (int halvings = 0; halvings < 40; halvings++, t /= 2) {
                double[] next = z.clone();
                Vectors.addScaled(next, -t, direction);
                double nextValue = f.value(next);
                if (nextValue <= value - 1e-4 * t * slope / f.rows().length || slope < 1e-9 && nextValue <= value) {
                    best = next;
                    bestValue = nextValue;
                    break;
                }
            }
            if (best == z) {
                // the value cannot tell the points apart any more: trust the step if the gradient gets smaller
                Vectors.addScaled(best = z.clone(), -1, direction);
                if (slope > 1e-9 || Vectors.norm(f.scaledGradient(best)) >= Vectors.norm(gradient)) {
                    break;
                }
                bestValue = f.value(best);
            }
            stalled = bestValue < value ? 0 : stalled + 1;
            z = best;
            value = bestValue;
        }
        return z;
    }

    /** H^{-1} g; where rounding has made H indefinite, a multiple of the identity is added. */
    private static double[] solve(double[][] hessian, double[] gradient) {
        double trace = 0;
        for (int k = 0; k < hessian.length; k++) {
            trace += hessian[k][k];
        }
        double ridge = 0;
        while (true) {
            try {
                Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(hessian, true);
                for (int k = 0; k < hessian.length; k++) {
                    matrix.addToEntry(k, k, ridge);
                }
                return new CholeskyDecomposition(matrix, 1e-12, Double.MIN_NORMAL).getSolver()
                        .solve(new ArrayRealVector(gradient, false)).toArray();
            } catch (NonPositiveDefiniteMatrixException e) {
                ridge = ridge == 0 ? 1e-17 * (trace + Double.MIN_NORMAL) : 100 * ridge;
            }
        }
    }
}
