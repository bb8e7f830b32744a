package org.momo4j.convex.sampling;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random streams by name: independent of each other, and of who else draws. */
public final class RandomStreams {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory
            .of("L64X128MixRandom");

    private RandomStreams() {}

    /**
     * A fresh generator.
     *
     * @param seed  the seed of the run
     * @param name  what the stream is for, say {@code "batches"}
     * @param block a stream can be cut into blocks, to be entered in the middle without drawing what comes before
     */
    public static RandomGenerator of(long seed, String name, long block) {
        long mixed = mix(seed);
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed + name.charAt(i));
        }
        return FACTORY.create(mix(mixed + block));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), after one increment by the golden gamma. */
    private static long mix(long z) {
        long mixed = z + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
