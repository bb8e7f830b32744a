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
    private final LargestError error;

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
        this.error = new LargestError(this.minimiser);
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
        FlatVector.requireSame("params", params, params.type(), minimiser.length);
        params.fill(0);
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        Batches.size(batch);
        FlatVector.requireSame("gradient", gradientOut, at.type(), minimiser.length);
        double largest = error.value(at);
        gradientOut.fill(0);
        if (largest != 0) { // at x* the zero vector is a subgradient
            int i = error.index(at, largest);
            gradientOut.set(i, Double.isNaN(largest) ? largest : Math.signum(at.get(i) - minimiser[i]));
        }
        return largest;
    }

    @Override
    public Evaluation evaluate(FlatVector at) {
        return Evaluation.of(error.value(at));
    }

    @Override
    public Optional<Optimum> optimum() {
        return Optional.of(new Optimum(0, Optional.of(FlatVector.of(minimiser)),
                new Optimum.Certificate("closed-form", 0, "a maximum of absolute values is at least 0, and 0 at x*")));
    }
}
