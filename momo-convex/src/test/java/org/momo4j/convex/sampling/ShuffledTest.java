package org.momo4j.convex.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.objective.Batch;

class ShuffledTest {
    @Test
    void anEpochHoldsEveryExampleOnceButForAnIncompleteBatch() {
        Shuffled batches = new Shuffled(23, 5, 7);
        List<Integer> first = epoch(batches, 4);
        List<Integer> second = epoch(batches, 4);
        assertEquals(20, new HashSet<>(first).size());
        assertEquals(20, new HashSet<>(second).size());
        assertNotEquals(first, second);
        assertEquals(first, epoch(new Shuffled(23, 5, 7), 4));
        assertNotEquals(first, epoch(new Shuffled(23, 5, 8), 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 1001})
    void aRestoredSamplerGoesOnWithTheSameBatches(int drawn) {
        Shuffled batches = new Shuffled(23, 5, 7);
        epoch(batches, drawn);
        Shuffled other = new Shuffled(23, 5, 7);
        other.restore(batches.state());
        assertEquals(epoch(batches, 10), epoch(other, 10));
    }

    @Test
    void everyOrderIsAsLikely() {
        long[] seen = new long[6];
        for (int seed = 0; seed < 6000; seed++) {
            List<Integer> order = epoch(new Shuffled(3, 3, seed), 1);
            seen[2 * order.getFirst() + (order.get(1) > order.get(2) ? 1 : 0)]++;
        }
        double[] expected = IntStream.range(0, 6).mapToDouble(i -> 1000).toArray();
        assertEquals(true, new ChiSquareTest().chiSquareTest(expected, seen) > 0.001);
    }

    @Test
    void aBatchLargerThanTheDataIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Shuffled(10, 11, 0));
        assertEquals("batches of 11 examples cannot be made of 10; a batch must have from 1 to 10",
                refused.getMessage());
    }

    private static List<Integer> epoch(Shuffled batches, int count) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Batch batch = batches.next();
            IntStream.range(0, batch.size()).forEach(j -> indices.add(batch.index(j)));
        }
        return indices;
    }
}
