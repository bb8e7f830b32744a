package org.momo4j.convex.optimum;

import java.util.Optional;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.objective.Optimum.Certificate;
import org.momo4j.convex.data.Dataset;

/** The infimum of (1/n) Σ log(1 + exp(−b_s &lt;a_s, x&gt;)) + (l2/2)|x|². */
public final class LogisticOptimum {
    private LogisticOptimum() {}

    /**
     * Computes it by Newton's method in whitened coordinates. The certificate is a duality gap, or with l2 &gt; 0 the
     * gradient norm. Without l2 the infimum may not be attained, and then there is no minimiser: it is 0 if a
     * hyperplane separates the classes ({@code separation}), and that of the examples on the boundary if one separates
     * them but for those ({@code duality-gap}).
     *
     * @param data with two labels, mapped to ±1, the larger to +1
     * @throws IllegalArgumentException if there are more than two labels, l2 is negative or not finite, or the data are
     *                                  too large for a direct method
     */
    public static Optimum of(Dataset data, double l2) {
        Weights.requireValid(l2);
        Dataset signed = data.withSigns();
        Whitening whitening = Whitening.of(signed, l2);
        MarginProblem problem = whitening.margins(signed.targets());
        Separation separation = new Separation(signed);
        double[] z = Newton.minimise(problem,
                point -> l2 == 0 && Separation.positive(problem.margins(point))
                        && separation.provenBy(whitening.lift(point)));
        double[] x = whitening.lift(z);
        if (l2 == 0 && separation.provenBy(x)) {
            return new Optimum(0, Optional.empty(), new Certificate("separation", 0,
                    "a hyperplane through the origin separates the classes strictly, so the infimum is 0 and not attained"));
        }
        if (l2 == 0) {
            Optional<int[]> boundary = Separation.boundary(problem, z);
            if (boundary.isPresent()) {
                return quasiSeparated(problem, z, signed, boundary.get());
            }
        }
        double value = problem.value(z);
        double gap = value - Math.min(value, Math.max(0, lowerBound(whitening, problem, z, signed)));
        LinearModel model = new LinearModel(signed, LinearModel.LOGISTIC, l2);
        return new Optimum(value, Certificates.attained(model, x, value),
                Certificates.choose(model, x, value, whitening.restricted() ? Double.POSITIVE_INFINITY : gap,
                        "Newton's method in whitened coordinates, " + whitening.how()));
    }

    /** Over the data as they are: with what was taken to be dependent, if that is not exact. */
    private static double lowerBound(Whitening whitening, MarginProblem problem, double[] z, Dataset signed) {
        if (whitening.remainders().length == 0) {
            return problem.lowerBound(z, whitening.tilt());
        }
        MarginProblem widened = whitening.widenedMargins(signed.targets());
        return widened.lowerBound(Newton.minimise(widened, point -> false), whitening.tilt());
    }

    /** The losses of the examples that are not on the boundary tend to 0 along some direction, and are at least 0. */
    private static Optimum quasiSeparated(MarginProblem problem, double[] z, Dataset data, int[] boundary) {
        double value = problem.value(z);
        Optimum rest = of(Subset.of(data, boundary), 0);
        double share = (double) boundary.length / data.samples();
        double gap = Math.max(0, value - share * (rest.value() - rest.certificate().gap()));
        return new Optimum(value, Optional.empty(), new Certificate("duality-gap", gap,
                "a hyperplane separates all examples but " + boundary.length
                        + " on it, so the infimum is that of those and not attained; " + rest.certificate().how()));
    }
}
