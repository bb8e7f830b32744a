package org.momo4j.convex.optimum;

import org.momo4j.convex.data.DenseVectors;

/**
 * f(z) = (1/n) (Σ_i log(1 + exp(−&lt;r_i, z&gt;)) + ½ |B z|²): logistic regression in whitened coordinates, labels
 * multiplied into the rows r_i, with Σ r_i r_i^T + B^T B = I.
 *
 * @param rows   r_i, n of them
 * @param bottom rows of B; none without l2
 * @param rank   length of z
 */
record MarginProblem(double[][] rows, double[][] bottom, int rank) {
    /** How far outside its box rounding may put a dual variable. */
    private static final double ROUNDING = 1e-13;
    /** Relative error of logarithms and of the sum of them. */
    private static final double ULPS = 3 * 0x1p-52;

    double[] margins(double[] z) {
        return Vectors.products(rows, z);
    }

    double value(double[] z) {
        CompensatedSum sum = new CompensatedSum();
        for (double[] row : rows) {
            sum.add(Logistic.loss(DenseVectors.dot(row, z)));
        }
        double[] bz = Vectors.products(bottom, z);
        return (sum.value() + 0.5 * DenseVectors.dot(bz, bz)) / rows.length;
    }

    /** n ∇f(z). */
    double[] scaledGradient(double[] z) {
        double[] gradient = Vectors.combine(bottom, Vectors.products(bottom, z), rank);
        for (double[] row : rows) {
            DenseVectors.addScaled(gradient, -Logistic.sigmoid(-DenseVectors.dot(row, z)), row);
        }
        return gradient;
    }

    /** n ∇²f(z). */
    double[][] scaledHessian(double[] z) {
        double[][] hessian = new double[rank][rank];
        for (double[] row : rows) {
            double margin = DenseVectors.dot(row, z);
            addSquare(hessian, Logistic.sigmoid(margin) * Logistic.sigmoid(-margin), row);
        }
        for (double[] row : bottom) {
            addSquare(hessian, 1, row);
        }
        for (int k = 0; k < hessian.length; k++) {
            for (int l = 0; l < k; l++) {
                hessian[l][k] = hessian[k][l];
            }
        }
        return hessian;
    }

    /** Adds weight · row row^T to the lower triangle. */
    private static void addSquare(double[][] hessian, double weight, double[] row) {
        for (int k = 0; k < row.length; k++) {
            double factor = weight * row[k];
            double[] out = hessian[k];
            for (int l = 0; l <= k; l++) {
                out[l] += factor * row[l];
            }
        }
    }

    /**
     * A lower bound of inf f. The dual of f has its maximum among y in [0, 1]^n and s with Σ y_i r_i = B^T s
     * and the value (Σ entropy(y_i) − |s|²/2)/n. At z, y_i = σ(−&lt;r_i, z&gt;) and s = B z miss the constraint by n ∇f(z);
     * because [r; B] is orthonormal, adding its product with δ = n ∇f(z) repairs that exactly. What rounding leaves of
     * the constraint is charged with the length of z, and so is the angle between these coordinates and the data.
     *
     * @param tilt that angle: what |[y; s]| may have, relative to its length, along the true columns
     * @return negative infinity if z is so far from the minimum that the repaired y leaves the box
     */
    double lowerBound(double[] z, double tilt) {
        double[] delta = scaledGradient(z);
        double[] missed = new double[rank];
        CompensatedSum entropy = new CompensatedSum();
        double squares = 0;
        for (double[] row : rows) {
            double y = Logistic.sigmoid(-DenseVectors.dot(row, z)) + DenseVectors.dot(row, delta);
            if (!(y >= -ROUNDING && y <= 1 + ROUNDING)) {
                return Double.NEGATIVE_INFINITY;
            }
            double boxed = Math.clamp(y, 0, 1);
            entropy.add(Logistic.entropy(boxed));
            squares += boxed * boxed;
            DenseVectors.addScaled(missed, boxed, row);
        }
        double[] shifted = z.clone();
        DenseVectors.addScaled(shifted, -1, delta);
        double[] dual = Vectors.products(bottom, shifted); // s = B (z − δ)
        DenseVectors.addScaled(missed, -1, Vectors.combine(bottom, dual, rank));
        double half = 0.5 * DenseVectors.dot(dual, dual);
        double length = Vectors.norm(z);
        double charged = Vectors.norm(missed) * (1 + 2 * length) + tilt * Math.sqrt(squares + 2 * half) * (1 + length);
        double rounding = ULPS * (entropy.value() + half);
        return (entropy.value() - half - charged - rounding) / rows.length;
    }
}
