package org.momo4j.nn.samediff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What waits between passes. */
class PassMemoryTest {
    private static final long ROW = 10 * Float.BYTES;

    private final PassMemory memory = new PassMemory();

    private INDArray pass(int examples) {
        INDArray array = memory.allocate(true, DataType.FLOAT, examples, 10);
        memory.release(array);
        memory.takeBack();
        return array;
    }

    @Test
    void theSameSizeServesAgain() {
        INDArray large = pass(128);
        INDArray small = pass(1);
        for (int i = 0; i < 10; i++) {
            assertSame(large, pass(128));
            assertSame(small, pass(1));
        }
        assertEquals(129 * ROW, memory.freeBytes());
    }

    /** One of every size would be 125 times the largest. */
    @Test
    void ofManySizesLittleWaits() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int largest = 0;
        for (int i = 0; i < 2_000; i++) {
            int size = 1 + random.nextInt(250);
            largest = Math.max(largest, size);
            pass(size);
            assertTrue(memory.freeBytes() <= 4 * largest * ROW, memory.freeBytes() + " bytes after " + size);
            assertTrue(memory.freeBytes() >= size * ROW, "the last pass serves again");
        }
    }
}
