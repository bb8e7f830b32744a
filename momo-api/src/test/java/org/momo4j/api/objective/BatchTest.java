package org.momo4j.api.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static int[] indices(Batch batch) {
        return IntStream.range(0, batch.size()).map(batch::index).toArray();
    }

    @Test
    void batchesListTheirExamples() {
        assertArrayEquals(new int[]{0, 1, 2}, indices(Batch.all(3)));
        assertArrayEquals(new int[]{4, 4, 1}, indices(Batch.of(4, 4, 1)));
        assertArrayEquals(new int[0], indices(Batch.unknown()));
    }

    @Test
    void aSamplerCanRefillItsArray() {
        int[] array = {1, 2};
        Batch batch = Batch.of(array);
        array[1] = 7;
        assertArrayEquals(new int[]{1, 7}, indices(batch));
    }

    @Test
    void noExampleLiesOutside() {
        for (Batch batch : new Batch[]{Batch.all(3), Batch.of(5, 6, 7)}) {
            assertThrows(IndexOutOfBoundsException.class, () -> batch.index(3));
            assertThrows(IndexOutOfBoundsException.class, () -> batch.index(-1));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> Batch.unknown().index(0));
    }

    @Test
    void anEvaluationMayHaveALossOnly() {
        assertEquals(2.5, Evaluation.of(2.5).loss());
        assertEquals(0, Evaluation.of(2.5).metrics().size());
    }
}
