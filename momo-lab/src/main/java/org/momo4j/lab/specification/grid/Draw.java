package org.momo4j.lab.specification.grid;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One draw of a random search. A number in (0, 1) belongs to every name: all optimizers draw the same learning rates, which
 * compares them pairwise, and an optimizer that is added changes nothing for the others.
 *
 * @param seed  of the search
 * @param index of the draw
 */
public record Draw(long seed, int index) {
    private static final String ALGORITHM = "L64X128MixRandom";

    /** What the quantile of a parameter is in this draw. */
    public double quantile(String name) {
        RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM)
                .create(seed * 0x9E3779B97F4A7C15L + index * 0x6A09E667F3BCC909L + name.hashCode());
        double quantile = random.nextDouble();
        return quantile > 0 ? quantile : quantile(name + "'");
    }
}
