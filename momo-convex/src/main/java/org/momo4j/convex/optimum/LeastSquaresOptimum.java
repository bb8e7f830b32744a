package org.momo4j.convex.optimum;

import java.util.Arrays;
import java.util.Optional;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.objective.Optimum.Certificate;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseVectors;

/** The minimum of (1/2n) Σ (&lt;a_s, x&gt; − b_s)² + (l2/2)|x|². */
public final class LeastSquaresOptimum {
    private LeastSquaresOptimum() {}

    /**
     * Computes it by projecting b on the range of [A; √(n l2) I]. The minimiser is the one of smallest length.
     *
     * <p>
     * The certificate is a duality gap: for every y orthogonal to that range, (&lt;b, y&gt; − |y|²/2)/n is at most the
     * minimum, and the residual r is such a y. Charged to it are what r has inside the computed range, the angle by which
     * rounding may have turned that range, times |r||b|, and what r has along columns that were taken to be dependent.
     * With l2 &gt; 0 it is the gradient norm instead, |∇f(x)|²/(2 l2), where that is small enough.
     *
     * @throws IllegalArgumentException if l2 is negative or not finite, or the data are too large for a direct method
     */
    public static Optimum of(Dataset data, double l2) {
        Weights.requireValid(l2);
        int n = data.samples();
        Whitening whitening = Whitening.of(data, l2);
        double[][] q = whitening.vectors();
        double[] b = Arrays.copyOf(data.targets(), q.length == 0 ? n : q[0].length);
        double[] residual = b.clone();
        double[] z = new double[q.length];
        for (int pass = 0; pass < 2; pass++) { // the second pass takes off what rounding left of the first
            for (int k = 0; k < q.length; k++) {
                double product = DenseVectors.dot(q[k], residual);
                z[k] += product;
                DenseVectors.addScaled(residual, -product, q[k]);
            }
        }
        double square = DenseVectors.dot(residual, residual);
        double length = Math.sqrt(square);
        double turned = whitening.tilt() * Vectors.norm(b);
        double missed = Vectors.norm(Vectors.products(q, residual)) * Vectors.norm(z) + turned * (length + turned);
        double hidden = Vectors.norm(Vectors.products(whitening.remainders(), residual));
        double value = square / (2 * n);
        double lower = Math.max(0, value - (missed + hidden * (hidden / 2 + turned)) / n);
        double[] x = whitening.lift(z);
        LinearModel model = new LinearModel(data, LinearModel.SQUARED, l2);
        Certificate certificate = Certificates.choose(model, x, value,
                whitening.restricted() ? Double.POSITIVE_INFINITY : value - lower,
                "QR factorisation of the data with columns scaled, " + whitening.how());
        return new Optimum(value, Certificates.attained(model, x, value), certificate);
    }
}
