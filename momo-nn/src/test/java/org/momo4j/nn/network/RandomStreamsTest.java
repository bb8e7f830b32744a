package org.momo4j.nn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** The streams of momo-convex and these are the same. */
class RandomStreamsTest {
    @Test
    void theyAreThoseOfConvexProblems() {
        for (long seed : new long[]{0, -1, 1L << 40}) {
            for (String name : new String[]{"start", "batches", ""}) {
                assertEquals(org.momo4j.convex.sampling.RandomStreams.of(seed, name, 3).nextLong(),
                        RandomStreams.of(seed, name, 3).nextLong());
            }
        }
        assertNotEquals(RandomStreams.of(0, "start", 0).nextLong(), RandomStreams.of(0, "start", 1).nextLong());
    }
}
