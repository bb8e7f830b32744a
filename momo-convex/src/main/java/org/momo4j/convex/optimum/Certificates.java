package org.momo4j.convex.optimum;

import java.util.Arrays;
import java.util.Optional;
import org.momo4j.api.objective.Optimum.Certificate;
import org.momo4j.api.vector.FlatVector;

/** Proofs of optimal values. */
final class Certificates {
    /** A gradient norm this good needs no better proof; relative to max(1, f). */
    private static final double GOOD = 1e-13;
    /** How far above the value a point may be, relative to max(1, f), that is said to attain it. */
    private static final double ATTAINED = 1e-9;

    private static final double ULPS = 4 * 0x1p-52;

    private Certificates() {}

    /**
     * The gradient norm at x if l2 makes it a good proof, else the duality gap. The former proves
     * f* ≥ f(x) − |∇f(x)|²/(2 l2), with the rounding errors of both terms charged.
     */
    static Certificate choose(LinearModel model, double[] x, double value, double dualityGap, String how) {
        double norm = Vectors.norm(model.gradient(x)) + (model.l2() > 0 ? model.gradientError(x) : 0);
        double atX = model.value(x);
        double gradientGap = model.l2() > 0
                ? Math.max(0, value - atX + norm * norm / (2 * model.l2()) + ULPS * atX)
                : Double.POSITIVE_INFINITY;
        double least = ULPS * Math.abs(value); // no value is better known than this
        if (gradientGap <= dualityGap || gradientGap <= GOOD * Math.max(1, atX)) {
            return new Certificate("gradient-norm", Math.max(least, gradientGap),
                    how + "; |∇f(x)| ≤ " + norm + " and f is l2-strongly convex, l2 = " + model.l2());
        }
        double gap = Math.max(least, dualityGap);
        return new Certificate("duality-gap", gap, how + "; a dual feasible point proves f* ≥ value − " + gap);
    }

    /** x, if it attains the value. */
    static Optional<FlatVector> attained(LinearModel model, double[] x, double value) {
        boolean attains = Arrays.stream(x).allMatch(Double::isFinite)
                && model.value(x) - value <= ATTAINED * Math.max(1, Math.abs(value));
        return attains ? Optional.of(FlatVector.of(x)) : Optional.empty();
    }
}
