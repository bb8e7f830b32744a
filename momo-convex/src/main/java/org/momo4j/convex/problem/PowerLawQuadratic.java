package org.momo4j.convex.problem;

import java.util.Optional;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;

/**
 * f(x) = ½ Σ_i λ_i (x_i − x*_i)² with λ_i = i^(−p) and x*_i = i^(−q): convex, and nearly without strong convexity, so
 * that gaps fall like a power of K. Deterministic, one sample; starts at 0; f* = 0 at x*; its gradient is 1-Lipschitz.
 */
public final class PowerLawQuadratic implements Objective {
    private final double[] curvature;
    private final double[] minimiser;
    private final double[] x;

    /**
     * The quadratic of these exponents.
     *
     * @param dimension n, at least 1
     * @param p         at least 0
     * @param q         finite
     */
    public PowerLawQuadratic(int dimension, double p, double q) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension is " + dimension + "; it must be at least 1");
        }
        if (!(p >= 0 && p < Double.POSITIVE_INFINITY) || !Double.isFinite(q)) {
            throw new IllegalArgumentException(
                    "p is " + p + " and q is " + q + "; p must be in [0, inf) and q finite");
        }
        this.curvature = PowerLaw.of(dimension, p);
        this.minimiser = PowerLaw.of(dimension, q);
        this.x = new double[dimension];
    }

    @Override
    public ParameterLayout layout() {
        return ParameterLayout.flat(minimiser.length);
    }

    @Override
    public int samples() {
        return 1;
    }

    @Override
    public void start(long seed, FlatVector params) {
        FlatVector.requireSame("params", params, params.type(), minimiser.length);
        params.fill(0);
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        Batches.size(batch);
        FlatVector.requireSame("gradient", gradientOut, at.type(), at.size());
        at.copyTo(x);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double error = x[i] - minimiser[i];
            double slope = curvature[i] * error;
            sum += slope * error;
            x[i] = slope;
        }
        gradientOut.copyFrom(x);
        return 0.5 * sum;
    }

    @Override
    public Evaluation evaluate(FlatVector at) {
        at.copyTo(x);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double error = x[i] - minimiser[i];
            sum += curvature[i] * error * error;
        }
        return Evaluation.of(0.5 * sum);
    }

    @Override
    public Optional<Optimum> optimum() {
        return Optional.of(new Optimum(0, Optional.of(FlatVector.of(minimiser)),
                new Optimum.Certificate("closed-form", 0, "a sum of squares is at least 0, and 0 at x*")));
    }
}
