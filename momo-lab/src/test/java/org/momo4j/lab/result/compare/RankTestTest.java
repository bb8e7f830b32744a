package org.momo4j.lab.result.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankTestTest {
    @Test
    void exactForFewSeeds() {
        assertEquals(2 / 20.0, RankTest.probability(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)), 1e-15);
        assertEquals(2 / 20.0, RankTest.least(3, 3), 1e-12);
        // U = 2: of 70 divisions 4 are as far on one side
        assertEquals(8 / 70.0, RankTest.probability(List.of(1.1, 2.2, 3.3, 4.4), List.of(2.5, 5.0, 6.0, 7.0)), 1e-15);
    }

    @Test
    void runsThatDivergedShareTheLastRanks() {
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(1, RankTest.probability(List.of(infinite, infinite), List.of(infinite, infinite)), 1e-15);
        assertEquals(2 / 70.0, RankTest.probability(List.of(1.0, 2.0, 3.0, 4.0),
                List.of(infinite, infinite, infinite, infinite)), 1e-15);
    }

    @Test
    void nearTheExactOneForManySeeds() {
        List<Double> even = IntStream.range(0, 30).mapToObj(i -> 2.0 * i).toList();
        List<Double> odd = IntStream.range(0, 30).mapToObj(i -> 2.0 * i + 1).toList();
        double same = RankTest.probability(even, odd);
        assertTrue(same > 0.5 && same <= 1, "" + same);
        List<Double> later = even.stream().map(v -> v + 100).toList();
        assertTrue(RankTest.probability(even, later) < 1e-9);
    }

    @Test
    void fewSeedsSayNothing() {
        assertEquals("too few seeds", Significance.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)).verdict());
        assertEquals("different",
                Significance.of(List.of(1.0, 2.0, 3.0, 3.5), List.of(4.0, 5.0, 6.0, 7.0)).verdict());
        assertEquals("not told apart",
                Significance.of(List.of(1.0, 2.0, 3.0, 9.0), List.of(4.0, 5.0, 6.0, 7.0)).verdict());
        assertEquals("too few seeds", Significance.of(List.of(), List.of(1.0)).verdict());
    }
}
