package org.momo4j.core.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.momo4j.api.method.Decay;
import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.api.vector.ParameterLayout;

class PiecesTest {
    private static final int WORTH_THREADS = 1 << 18;
    private static final int LENGTH = 1 << 16;

    @Test
    @DisplayName("vectors of less than 2^18 elements, all groups together, are one thread's work")
    void worthThreads() {
        assertEquals(1, threads(ParameterLayout.flat(WORTH_THREADS - 1), 4));
        assertEquals(4, threads(ParameterLayout.flat(WORTH_THREADS), 4));
        assertEquals(1, threads(groups(WORTH_THREADS / 2, WORTH_THREADS / 2 - 1), 4));
        assertEquals(4, threads(groups(WORTH_THREADS / 2, WORTH_THREADS / 2), 4));
    }

    @Test
    @DisplayName("there are no more threads than pieces of 2^16 elements, none of them empty")
    void noMoreThanPieces() {
        assertEquals(WORTH_THREADS / LENGTH, threads(ParameterLayout.flat(WORTH_THREADS), 16));
        assertEquals(WORTH_THREADS / LENGTH + 1, threads(ParameterLayout.flat(WORTH_THREADS + 1), 16));
        assertEquals(WORTH_THREADS / LENGTH + 1, threads(groups(1, WORTH_THREADS), 16), "no piece across two groups");
    }

    private static ParameterLayout groups(long first, long second) {
        return ParameterLayout.builder().tensor("w", first).tensor("b", ParameterGroup.withoutDecay("b"), second)
                .build();
    }

    private static int threads(ParameterLayout layout, int threads) {
        return new Pieces(new Groups(layout, 0, Decay.PROXIMAL), threads).threads();
    }
}
