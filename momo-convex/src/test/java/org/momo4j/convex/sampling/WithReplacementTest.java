package org.momo4j.convex.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.state.State;

class WithReplacementTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 10_000})
    @DisplayName("a restored sampler goes on with the same batches, also across blocks")
    void restore(int drawn) {
        WithReplacement batches = new WithReplacement(100, 3, 5);
        for (int i = 0; i < drawn; i++) {
            batches.next();
        }
        State state = batches.state();
        WithReplacement other = new WithReplacement(100, 3, 5);
        other.restore(state);
        for (int i = 0; i < 5000; i++) {
            assertSame(batches.next(), other.next());
        }
    }

    @Test
    @DisplayName("examples are drawn uniformly: a chi-square test over 10^5 draws, fixed seed")
    void uniform() {
        WithReplacement batches = new WithReplacement(20, 10, 1);
        long[] seen = new long[20];
        for (int i = 0; i < 10_000; i++) {
            Batch batch = batches.next();
            for (int j = 0; j < batch.size(); j++) {
                seen[batch.index(j)]++;
            }
        }
        double[] expected = new double[20];
        Arrays.fill(expected, 5000);
        assertTrue(new ChiSquareTest().chiSquareTest(expected, seen) > 0.001);
    }

    @Test
    @DisplayName("other seeds and other names give other streams; the same give the same")
    void streams() {
        long first = RandomStreams.of(1, "batches", 0).nextLong();
        assertEquals(first, RandomStreams.of(1, "batches", 0).nextLong());
        assertNotEquals(first, RandomStreams.of(2, "batches", 0).nextLong());
        assertNotEquals(first, RandomStreams.of(1, "dropout", 0).nextLong());
        assertNotEquals(first, RandomStreams.of(1, "batches", 1).nextLong());
    }

    @Test
    @DisplayName("nothing can be drawn from nothing")
    void empty() {
        assertThrows(IllegalArgumentException.class, () -> new WithReplacement(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new WithReplacement(5, 0, 0));
    }

    private static void assertSame(Batch one, Batch two) {
        assertEquals(one.size(), two.size());
        for (int i = 0; i < one.size(); i++) {
            assertEquals(one.index(i), two.index(i));
        }
    }
}
