package org.momo4j.convex.optimum;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.momo4j.convex.data.DenseVectors;

/**
 * Newton's method, each step by a Cholesky factorisation. Far from the minimum, steps are halved until f decreases
 * enough. Near it, where rounding hides a decrease of f, whole steps are taken as long as the decrement falls.
 */
final class Newton {
    private static final int MOST_STEPS = 300;
    /** Newton decrement, relative to f, below which f cannot tell points apart. */
    private static final double NEAR = 1e-11;
    /** Newton decrement below which nothing is left to gain. */
    private static final double NOTHING = 1e-60;

    private Newton() {}

    /**
     * Minimises from z = 0 until rounding stops it.
     *
     * @param enough ends the search early, say when the margins of all examples are positive
     */
    static double[] minimise(MarginProblem f, Predicate<double[]> enough) {
        if (f.rank() == 0) {
            return new double[0];
        }
        Step step = Step.at(f, new double[f.rank()]);
        for (int k = 0; k < MOST_STEPS && step.decrement > NOTHING && !enough.test(step.z); k++) {
            double scale = f.rows().length * f.value(step.z);
            Optional<Step> next = step.decrement > NEAR * scale ? halved(f, step) : whole(f, step);
            if (next.isEmpty()) {
                break;
            }
            step = next.get();
        }
        return step.z;
    }

    /** A point, the Newton direction there, and its decrement. */
    private record Step(double[] z, double[] direction, double decrement) {
        static Step at(MarginProblem f, double[] z) {
            double[] gradient = f.scaledGradient(z);
            double[] direction = solve(f.scaledHessian(z), gradient);
            return new Step(z, direction, DenseVectors.dot(gradient, direction));
        }

        double[] after(double t) {
            double[] next = z.clone();
            DenseVectors.addScaled(next, -t, direction);
            return next;
        }
    }

    private static Optional<Step> halved(MarginProblem f, Step step) {
        double value = f.value(step.z);
        double t = 1;
        for (int halvings = 0; halvings < 60; halvings++, t /= 2) {
            double[] next = step.after(t);
            if (f.value(next) <= value - 1e-4 * t * step.decrement / f.rows().length) {
                return Optional.of(Step.at(f, next));
            }
        }
        return Optional.empty();
    }

    private static Optional<Step> whole(MarginProblem f, Step step) {
        Step next = Step.at(f, step.after(1));
        return next.decrement < 0.7 * step.decrement ? Optional.of(next) : Optional.empty();
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
