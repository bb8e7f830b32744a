package org.momo4j.testkit.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;

/**
 * A deterministic, strongly convex quadratic, f(x) = ½ ⟨x − x*, H Λ H (x − x*)⟩: Λ is diagonal with eigenvalues spread
 * evenly in their logarithm from 1/condition to 1, H a Householder reflection. The optimal value is 0, at x*.
 */
public final class Quadratic implements Objective {
    private final double[] curvature;
    private final double[] normal;
    private final double[] minimiser;
    private final double[] start;
    private final double[] reflected;

    private Quadratic(double[] curvature, double[] normal, double[] minimiser, double[] start) {
        this.curvature = curvature;
        this.normal = normal;
        this.minimiser = minimiser;
        this.start = start;
        this.reflected = new double[curvature.length];
    }

    /**
     * A quadratic whose minimiser, reflection and starting point are drawn from a seed. Every coordinate starts between
     * ½ and 1½ away from the minimiser.
     *
     * @param dimension at least 1
     * @param condition largest over smallest eigenvalue, at least 1; the largest is 1
     */
    public static Quadratic of(int dimension, double condition, long seed) {
        if (dimension < 1 || !(condition >= 1)) {
            throw new IllegalArgumentException("dimension is " + dimension + " and condition " + condition
                    + "; both must be at least 1");
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] curvature = new double[dimension];
        Arrays.setAll(curvature, i -> dimension == 1 ? 1 : Math.pow(condition, -i / (dimension - 1.0)));
        double[] normal = random.doubles(dimension, -1, 1).toArray();
        double norm = Math.sqrt(Arrays.stream(normal).map(v -> v * v).sum());
        Arrays.setAll(normal, i -> normal[i] / norm);
        double[] minimiser = random.doubles(dimension, -1, 1).toArray();
        double[] start = new double[dimension];
        Arrays.setAll(start, i -> minimiser[i] + random.nextDouble(0.5, 1.5) * (random.nextBoolean() ? 1 : -1));
        return new Quadratic(curvature, normal, minimiser, start);
    }

    /**
     * The same function of permuted coordinates: coordinate i of this is coordinate {@code place[i]} of the result.
     *
     * @param place a permutation of 0 to dimension − 1
     */
    public Quadratic permuted(int[] place) {
        return new Quadratic(permuted(curvature, place), permuted(normal, place), permuted(minimiser, place),
                permuted(start, place));
    }

    private static double[] permuted(double[] values, int[] place) {
        double[] permuted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            permuted[place[i]] = values[i];
        }
        return permuted;
    }

    /** μ, the smallest eigenvalue: the function is μ-strongly convex. The largest eigenvalue is 1. */
    public double strongConvexity() {
        return Arrays.stream(curvature).min().orElseThrow();
    }

    @Override
    public ParameterLayout layout() {
        return ParameterLayout.flat(curvature.length);
    }

    @Override
    public int samples() {
        return 1;
    }

    @Override
    public void start(long seed, FlatVector params) {
        params.copyFrom(start);
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        double loss = reflectedGradient(at);
        FlatVector.requireSame("gradient", gradientOut, at.type(), at.size());
        double projection = 0;
        for (int i = 0; i < reflected.length; i++) {
            projection += normal[i] * reflected[i];
        }
        for (int i = 0; i < reflected.length; i++) {
            gradientOut.set(i, reflected[i] - 2 * projection * normal[i]);
        }
        return loss;
    }

    @Override
    public Evaluation evaluate(FlatVector at) {
        return Evaluation.of(reflectedGradient(at));
    }

    /** Writes Λ H (x − x*) and returns the loss. */
    private double reflectedGradient(FlatVector at) {
        FlatVector.requireSame("point", at, at.type(), reflected.length);
        double projection = 0;
        for (int i = 0; i < reflected.length; i++) {
            projection += normal[i] * (at.get(i) - minimiser[i]);
        }
        double loss = 0;
        for (int i = 0; i < reflected.length; i++) {
            double coordinate = at.get(i) - minimiser[i] - 2 * projection * normal[i];
            reflected[i] = curvature[i] * coordinate;
            loss += 0.5 * reflected[i] * coordinate;
        }
        return loss;
    }

    @Override
    public Optional<Optimum> optimum() {
        return Optional.of(new Optimum(0, Optional.of(FlatVector.of(minimiser)),
                new Optimum.Certificate("closed-form", 0, "a sum of squares that is zero at the minimiser")));
    }
}
