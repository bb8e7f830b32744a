package org.momo4j.nn.network;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random streams by name, independent of each other and of who else draws. Derived as those of momo-convex are, which this module may
 * not use; a test holds both to the same numbers.
 */
public final class RandomStreams {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory
            .of("L64X128MixRandom");

    private RandomStreams() {}

    /**
     * A fresh generator.
     *
     * @param seed  the seed of the run
     * @param name  what the stream is for, say {@code "start"}
     * @param block which part of the stream
     */
    public static RandomGenerator of(long seed, String name, long block) {
        return FACTORY.create(seed(seed, name, block));
    }

    /** The seed of that generator, for an engine that has generators of its own. */
    public static long seed(long seed, String name, long block) {
        long mixed = mix(seed);
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed + name.charAt(i));
        }
        return mix(mixed + block);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), after one increment by the golden gamma. */
    private static long mix(long z) {
        long mixed = z + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
