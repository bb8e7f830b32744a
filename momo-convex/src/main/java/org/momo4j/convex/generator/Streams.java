package org.momo4j.convex.generator;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Named random streams: a use added later does not change the numbers that the others see. */
final class Streams {
    private Streams() {}

    static RandomGenerator of(long seed, String name) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 0x9E3779B97F4A7C15L + name.hashCode());
    }
}
