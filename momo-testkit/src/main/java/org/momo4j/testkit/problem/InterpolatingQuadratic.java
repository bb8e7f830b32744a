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
 * A stochastic quadratic that interpolates: f(x, s) = ½ ⟨a_s, x − x*⟩² with |a_s| = 1. One x* minimises every f(., s),
 * the optimal value is 0, and every gradient is 1-Lipschitz.
 */
public final class InterpolatingQuadratic implements Objective {
    private final double[][] rows;
    private final double[] minimiser;
    private final double[] start;
    private final double[] mean;

    private InterpolatingQuadratic(double[][] rows, double[] minimiser, double[] start) {
        this.rows = rows;
        this.minimiser = minimiser;
        this.start = start;
        this.mean = new double[minimiser.length];
    }

    /**
     * Rows a_s, minimiser and starting point are drawn from a seed.
     *
     * @param samples   number of examples, at least 1
     * @param dimension number of parameters, at least 1
     */
    public static InterpolatingQuadratic of(int samples, int dimension, long seed) {
        if (samples < 1 || dimension < 1) {
            throw new IllegalArgumentException("there are " + samples + " samples and " + dimension
                    + " parameters; both must be at least 1");
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[][] rows = new double[samples][];
        Arrays.setAll(rows, s -> {
            double[] row = random.doubles(dimension, -1, 1).toArray();
            double norm = Math.sqrt(Arrays.stream(row).map(a -> a * a).sum());
            Arrays.setAll(row, i -> row[i] / norm);
            return row;
        });
        double[] minimiser = new double[dimension];
        Arrays.setAll(minimiser, i -> random.nextDouble(0.5, 1.5) * (random.nextBoolean() ? 1 : -1));
        return new InterpolatingQuadratic(rows, minimiser, random.doubles(dimension, -1, 1).toArray());
    }

    @Override
    public ParameterLayout layout() {
        return ParameterLayout.flat(minimiser.length);
    }

    @Override
    public int samples() {
        return rows.length;
    }

    @Override
    public void start(long seed, FlatVector params) {
        params.copyFrom(start);
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        FlatVector.requireSame("gradient", gradientOut, at.type(), at.size());
        Arrays.fill(mean, 0);
        double loss = 0;
        for (int i = 0; i < batch.size(); i++) {
            double[] row = rows[batch.index(i)];
            double residual = residual(row, at);
            loss += 0.5 * residual * residual / batch.size();
            for (int j = 0; j < row.length; j++) {
                mean[j] += residual * row[j] / batch.size();
            }
        }
        gradientOut.copyFrom(mean);
        return loss;
    }

    @Override
    public Evaluation evaluate(FlatVector at) {
        double loss = 0;
        for (double[] row : rows) {
            double residual = residual(row, at);
            loss += 0.5 * residual * residual / rows.length;
        }
        return Evaluation.of(loss);
    }

    private double residual(double[] row, FlatVector at) {
        FlatVector.requireSame("point", at, at.type(), minimiser.length);
        double residual = 0;
        for (int j = 0; j < row.length; j++) {
            residual += row[j] * (at.get(j) - minimiser[j]);
        }
        return residual;
    }

    @Override
    public Optional<Optimum> optimum() {
        return Optional.of(new Optimum(0, Optional.of(FlatVector.of(minimiser)),
                new Optimum.Certificate("closed-form", 0, "a sum of squares that is zero at the minimiser")));
    }
}
