package org.momo4j.convex.optimum;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseVectors;

/**
 * Whether a hyperplane through the origin separates two classes.
 *
 * @param data with labels ±1
 */
record Separation(Dataset data) {
    private static final double ROUNDING = 0x1p-52;
    /** A margin whose loss, 1e-8, shows that Newton's method pushes it to infinity. */
    private static final double RUNAWAY = 18;
    /** Part of a whitened row outside a subspace that cannot be rounding. */
    private static final double OUTSIDE = 1e-7;

    static boolean positive(double[] margins) {
        return Arrays.stream(margins).allMatch(m -> m > 0);
    }

    /** Whether b_s &lt;a_s, x&gt; is positive for every s beyond any rounding error: a proof. */
    boolean provenBy(double[] x) {
        for (int s = 0; s < data.samples(); s++) {
            double[] row = data.rows().row(s);
            double magnitude = 0;
            for (int j = 0; j < x.length; j++) {
                magnitude += Math.abs(row[j] * x[j]);
            }
            double margin = data.targets()[s] * data.rows().dot(s, x);
            if (!(margin > ROUNDING * (x.length + 2) * magnitude)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The examples on the boundary, if a hyperplane separates the others strictly and contains these: those with small
     * margins at z are taken, and the others must be separable within the orthogonal complement of these. A mistake
     * would cost the value nothing, for its certificate stands on its own.
     */
    static Optional<int[]> boundary(MarginProblem problem, double[] z) {
        double[] margins = problem.margins(z);
        int[] near = IntStream.range(0, margins.length).filter(i -> margins[i] < RUNAWAY).toArray();
        int[] far = IntStream.range(0, margins.length).filter(i -> margins[i] >= RUNAWAY).toArray();
        if (near.length == 0 || far.length == 0) {
            return Optional.empty();
        }
        int r = problem.rank();
        double[][] span = OrthonormalBasis.of(rows(problem, near), r).vectors();
        double[][] outside = rows(problem, far);
        for (double[] row : outside) {
            double length = Vectors.norm(row);
            for (int pass = 0; pass < 2; pass++) {
                for (double[] v : span) {
                    DenseVectors.addScaled(row, -DenseVectors.dot(v, row), v);
                }
            }
            if (Vectors.norm(row) <= OUTSIDE * length) {
                return Optional.empty();
            }
        }
        double[][] basis = OrthonormalBasis.of(Vectors.transpose(outside, r), outside.length).vectors();
        MarginProblem projected = new MarginProblem(Vectors.transpose(basis, outside.length),
                new double[0][], basis.length);
        double[] u = Newton.minimise(projected, point -> positive(projected.margins(point)));
        return positive(projected.margins(u)) ? Optional.of(near) : Optional.empty();
    }

    private static double[][] rows(MarginProblem problem, int[] which) {
        return Arrays.stream(which).mapToObj(i -> problem.rows()[i].clone()).toArray(double[][]::new);
    }
}
