package org.momo4j.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class TeamTest {
    private static final int ROUNDS = 50;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 600001", "2, 1", "2, 262143", "2, 262144", "2, 600001", "3, 600001", "4, 524289",
            "7, 600001"})
    void everyElementIsWorkedOnOnceARound(int threads, int n) {
        AtomicIntegerArray times = new AtomicIntegerArray(n);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        try (Team team = new Team(threads, n, (from, to) -> {
            seen.add(Thread.currentThread());
            for (long i = from; i < to; i++) {
                times.incrementAndGet((int) i);
            }
        })) {
            for (int round = 0; round < ROUNDS; round++) {
                team.work();
            }
        }
        assertTrue(IntStream.range(0, n).allMatch(i -> times.get(i) == ROUNDS), "an element was left out or repeated");
        assertTrue(seen.size() <= threads, seen + " are more than " + threads);
        assertTrue(n < 262_144 || threads == 1 || seen.size() > 1, "a long range is shared");
    }

    @ParameterizedTest
    @EnumSource
    void aSharedAxpyAddsToEveryElementOnce(ElementType type) {
        Operands operands = Operands.of(type, 600_001);
        FlatVector x = operands.gradient();
        FlatVector y = operands.target();
        try (Team team = new Team(3, x.size(), (from, to) -> Axpy.add(x, y, from, to))) {
            team.work();
            team.work();
        }
        for (long i = 0; i < x.size(); i++) {
            assertEquals(2 * Axpy.ALPHA * x.get(i), y.get(i), Math.abs(x.get(i)) * Axpy.ALPHA * 1e-6, "element " + i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCopyOfAPartCopiesThatPart(ElementType type) {
        Operands operands = Operands.of(type, 10);
        Copy.copy(operands.gradient(), operands.target(), 3, 7);
        for (int i = 0; i < 10; i++) {
            assertEquals(i >= 3 && i < 7 ? operands.gradient().get(i) : 0, operands.target().get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void aPointHasParametersAndThreads(long n, int threads) {
        assertThrows(IllegalArgumentException.class, () -> new Point(ElementType.FLOAT32, n, threads));
    }
}
