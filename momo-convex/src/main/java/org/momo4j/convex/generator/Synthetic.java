package org.momo4j.convex.generator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.Rows;

/**
 * Seeded generators. The same values give the same data on every machine and at every time.
 *
 * @param samples         n
 * @param dimension       d
 * @param conditionNumber κ of A^T A on its range, at least 1: the singular values of A fall geometrically from √n to
 *                        √(n/κ). With {@code sparsity} below 1 the scales of the columns fall so instead, and κ holds
 *                        roughly
 * @param noise           regression: standard deviation of what is added to b; classification: probability of a wrong
 *                        label; half-spaces: how far they are moved so that they cut the solution off. 0: the solution
 *                        is planted exactly
 * @param sparsity        expected fraction of entries that are not zero, in (0, 1]
 * @param dataSeed        the seed
 */
public record Synthetic(int samples, int dimension, double conditionNumber, double noise, double sparsity,
        long dataSeed) {
    /** Checks the ranges. */
    public Synthetic {
        require(samples >= 1, "samples", samples, "at least 1");
        require(dimension >= 1, "dimension", dimension, "at least 1");
        require(conditionNumber >= 1 && conditionNumber < Double.POSITIVE_INFINITY, "conditionNumber", conditionNumber,
                "in [1, inf)");
        require(noise >= 0 && noise < Double.POSITIVE_INFINITY, "noise", noise, "in [0, inf)");
        require(sparsity > 0 && sparsity <= 1, "sparsity", sparsity, "in (0, 1]");
    }

    private static void require(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + allowed);
        }
    }

    /** b = A x* + noise, with x* of length about 1. */
    public PlantedData regression() {
        RandomGenerator random = Streams.of(dataSeed, "regression");
        Rows rows = RandomMatrix.of(this, Streams.of(dataSeed, "matrix"));
        double[] solution = direction(random);
        double[] targets = new double[samples];
        for (int i = 0; i < samples; i++) {
            targets[i] = rows.dot(i, solution) + noise * random.nextGaussian();
        }
        return planted("synthetic regression", rows, targets, solution);
    }

    /**
     * Labels ±1 by the side of a hyperplane through the origin.
     *
     * @param margin every example keeps at least this distance from the hyperplane; if positive, and without noise, the
     *               solution has all b_s &lt;a_s, x*&gt; ≥ 1. With {@code sparsity} below 1, examples that are too near
     *               are drawn out along their own non-zero entries
     * @throws IllegalArgumentException if the margin is negative or the noise above 1
     */
    public PlantedData classification(double margin) {
        require(margin >= 0 && margin < Double.POSITIVE_INFINITY, "margin", margin, "in [0, inf)");
        require(noise <= 1, "noise", noise, "a probability, in [0, 1], for classification");
        RandomGenerator random = Streams.of(dataSeed, "classification");
        Rows rows = RandomMatrix.of(this, Streams.of(dataSeed, "matrix"));
        double[] normal = direction(random);
        double[] labels = new double[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = rows.dot(i, normal) >= 0 ? 1 : -1;
        }
        Rows apart = margin == 0 ? rows : Margins.widen(rows, normal, labels, margin);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < samples; i++) {
            least = Math.min(least, labels[i] * apart.dot(i, normal));
        }
        double[] solution = scaled(normal, (1 + 1e-9) / least);
        for (int i = 0; i < samples; i++) {
            labels[i] = random.nextDouble() < noise ? -labels[i] : labels[i];
        }
        PlantedData planted = planted("synthetic classification", apart, labels, solution);
        return margin > 0 ? planted : PlantedData.unknown(planted.data());
    }

    /**
     * Half-spaces &lt;a_s, x&gt; ≤ b_s with |a_s| = 1.
     *
     * @param margin radius of a ball about the solution that lies in all of them; the origin does not, unless the
     *               margin is large
     */
    public PlantedData halfSpaces(double margin) {
        require(margin >= 0 && margin < Double.POSITIVE_INFINITY, "margin", margin, "in [0, inf)");
        RandomGenerator random = Streams.of(dataSeed, "half-spaces");
        Rows rows = RandomMatrix.of(this, Streams.of(dataSeed, "matrix"));
        Dataset unit = Dataset.of("synthetic half-spaces", rows, new double[samples]).withUnitRows();
        double[] solution = direction(random);
        double[] offsets = new double[samples];
        for (int i = 0; i < samples; i++) {
            offsets[i] = unit.rows().dot(i, solution) + margin * (1 + random.nextDouble())
                    - noise * Math.abs(random.nextGaussian());
        }
        return planted("synthetic half-spaces", unit.rows(), offsets, solution);
    }

    private PlantedData planted(String name, Rows rows, double[] targets, double[] solution) {
        Dataset data = Dataset.of(name + " seed " + dataSeed, rows, targets);
        return new PlantedData(data, noise == 0 ? Optional.of(solution) : Optional.empty());
    }

    private double[] direction(RandomGenerator random) {
        double[] x = new double[dimension];
        for (int j = 0; j < dimension; j++) {
            x[j] = random.nextGaussian() / Math.sqrt(dimension);
        }
        return x;
    }

    private static double[] scaled(double[] x, double factor) {
        return java.util.Arrays.stream(x).map(v -> factor * v).toArray();
    }
}
