package org.momo4j.api.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors that ask for huge pages, of sizes around one and several such pages. */
class LargeVectorTest {
    @ParameterizedTest
    @ValueSource(longs = {(1 << 19) - 1, 1 << 19, (1 << 19) + 1, (1 << 20) + 17, 3_000_001})
    @DisplayName("all zeros at first, whatever was there before; afterwards what was written")
    void keepsWhatIsWritten(long size) {
        for (int round = 0; round < 3; round++) {
            FlatVector vector = FlatVector.zeros(ElementType.FLOAT64, size);
            assertEquals(0, vector.segment().address() % 64);
            for (long i = 0; i < size; i++) {
                assertEquals(0, vector.get(i));
                vector.set(i, i + 0.5);
            }
            for (long i = 0; i < size; i++) {
                assertEquals(i + 0.5, vector.get(i));
            }
        }
    }
}
