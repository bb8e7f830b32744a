package org.momo4j.convex.data;

import java.util.Optional;

/**
 * Examples (a_s, b_s), s = 0 ... n − 1. Immutable by agreement: nobody writes its arrays, so any number of objectives
 * and threads share it.
 *
 * @param name    what it is called in messages and reports
 * @param rows    a_s
 * @param targets b_s: numbers to fit, or labels, as they stand in the source; length n
 * @param sha256  digest of the file it was read from, in hexadecimal; empty if it was generated
 */
public record Dataset(String name, Rows rows, double[] targets, Optional<String> sha256) {
    /** Checks that there is an example, and one target for each. */
    public Dataset {
        if (rows.count() == 0) {
            throw new IllegalArgumentException(name + " has no example; at least one is needed");
        }
        if (targets.length != rows.count()) {
            throw new IllegalArgumentException(name + " has " + targets.length + " targets; it needs one for each of "
                    + rows.count() + " examples");
        }
    }

    /** A generated data set, which has no digest. */
    public static Dataset of(String name, Rows rows, double... targets) {
        return new Dataset(name, rows, targets, Optional.empty());
    }

    /** n. */
    public int samples() {
        return rows.count();
    }

    /** d. */
    public int dimension() {
        return rows.dimension();
    }

    /** The same examples with other targets. */
    public Dataset withTargets(double[] other) {
        return new Dataset(name, rows, other, sha256);
    }

    /**
     * The same examples with labels −1 and +1.
     *
     * @throws IllegalArgumentException if there are more than two labels
     */
    public Dataset withSigns() {
        return withTargets(Signs.of(name, targets));
    }

    /**
     * Every column with mean 0 and variance 1 (over n, not n − 1); constant columns become 0. The result is dense.
     */
    public Dataset standardised() {
        return new Dataset(name + ", standardised", Standardisation.of(rows), targets, sha256);
    }

    /**
     * Every constraint &lt;a_s, x&gt; ≤ b_s (or equation) divided by |a_s|, so that rows have length 1.
     *
     * @throws IllegalArgumentException if a row is zero
     */
    public Dataset withUnitRows() {
        double[] factors = new double[samples()];
        double[] scaled = new double[samples()];
        for (int i = 0; i < samples(); i++) {
            double norm = Math.sqrt(rows.normSquared(i));
            if (norm == 0) {
                throw new IllegalArgumentException(
                        "example " + i + " of " + name + " is zero; its length must be positive");
            }
            factors[i] = 1 / norm;
            scaled[i] = targets[i] / norm;
        }
        return new Dataset(name + ", unit rows", rows.scaled(factors), scaled, sha256);
    }

    /** Name and size. */
    @Override
    public String toString() {
        return name + " (" + samples() + " x " + dimension() + ")";
    }
}
