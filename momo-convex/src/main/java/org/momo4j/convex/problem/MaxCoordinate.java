package org.momo4j.convex.problem;

import java.util.Arrays;
import java.util.Optional;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;

/**
 * f(x) = max_i |x_i − x*_i| with a resisting oracle: the subgradient is ± the unit vector of the largest error, ties go
 * to the lowest index. The rate of T3 is tight on it (MATH.md section 5, "Tightness"). Deterministic, one sample;
 * starts at 0; f* = 0 at x*.
 */
public final class MaxCoordinate implements Objective {
    private final double[] minimiser;
    private final double[] x;

    /**
     * The function with this minimiser.
     *
     * @param minimiser x*, at least one coordinate, all finite; copied
     */
    public MaxCoordinate(double... minimiser) {
        if (minimiser.length == 0) {
            throw new IllegalArgumentException("dimension is 0; it must be at least 1");
        }
        this.minimiser = minimiser.clone();
        this.x = new double[minimiser.length];
    }

    /** x*_i = i^(−exponent); with 1/2 + ε, gaps fall like K^(−1/2−ε). */
    public static MaxCoordinate powerLaw(int dimension, double exponent) {
        return new MaxCoordinate(PowerLaw.of(dimension, exponent));
    }

    /** x*_i = 1/√n; the gap stays at G R/√n until step n. */
    public static MaxCoordinate uniform(int dimension) {
        double[] minimiser = new double[dimension];
        Arrays.fill(minimiser, 1 / Math.sqrt(dimension));
        return new MaxCoordinate(minimiser);
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
        params.fill(0);
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        Batches.size(batch);
        at.copyTo(x);
        double largest = largest();
        FlatVector.requireSame("gradient", gradientOut, at.type(), at.size());
        gradientOut.fill(0);
        if (largest != 0) { // at x* the zero vector is a subgradient
            int i = indexOf(largest);
            gradientOut.set(i, largest != largest ? Double.NaN : Math.signum(x[i] - minimiser[i]));
        }
        return largest;
    }

    /** max_i |x_i − x*_i|; NaN if an x_i is. */
    private double largest() {
        double m0 = 0;
        double m1 = 0;
        double m2 = 0;
        double m3 = 0;
        int i = 0;
        // Math.max, unlike >, lets NaN through, and compiles to vector instructions without branches
        for (; i <= x.length - 4; i += 4) {
            m0 = Math.max(m0, Math.abs(x[i] - minimiser[i]));
            m1 = Math.max(m1, Math.abs(x[i + 1] - minimiser[i + 1]));
            m2 = Math.max(m2, Math.abs(x[i + 2] - minimiser[i + 2]));
            m3 = Math.max(m3, Math.abs(x[i + 3] - minimiser[i + 3]));
        }
        for (; i < x.length; i++) {
            m0 = Math.max(m0, Math.abs(x[i] - minimiser[i]));
        }
        return Math.max(Math.max(m0, m1), Math.max(m2, m3));
    }

    private int indexOf(double largest) {
        int i = 0;
        while (i < x.length - 1 && Math.abs(x[i] - minimiser[i]) != largest) {
            i++;
        }
        return i;
    }

    @Override
    public Evaluation evaluate(FlatVector at) {
        at.copyTo(x);
        return Evaluation.of(largest());
    }

    @Override
    public Optional<Optimum> optimum() {
        return Optional.of(new Optimum(0, Optional.of(FlatVector.of(minimiser)),
                new Optimum.Certificate("closed-form", 0, "a maximum of absolute values is at least 0, and 0 at x*")));
    }
}
