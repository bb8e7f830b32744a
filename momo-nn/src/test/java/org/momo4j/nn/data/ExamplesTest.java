package org.momo4j.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class ExamplesTest {
    private static final ImageShape SHAPE = new ImageShape(2, 1, 3);

    /** Example i has the values 10 i, 10 i + 1, ... and the label i. */
    private static Examples examples(int count) {
        ExamplesBuilder builder = new ExamplesBuilder("e", SHAPE, count, count + 2);
        for (int i = 0; i < count; i++) {
            float[] image = new float[SHAPE.size()];
            for (int j = 0; j < image.length; j++) {
                image[j] = 10 * i + j;
            }
            builder.add(image, i);
        }
        return builder.build();
    }

    private static MemorySegment room(int images) {
        return FlatVector.zeros(ElementType.FLOAT32, (long) images * SHAPE.size()).segment();
    }

    @Test
    void aBatchIsCopiedInItsOrderWithRepetitions() {
        MemorySegment out = room(4);
        examples(4).copyFeatures(Batch.of(3, 0, 3), out);
        assertArrayEquals(
                new float[]{30, 31, 32, 33, 34, 35, 0, 1, 2, 3, 4, 5, 30, 31, 32, 33, 34, 35, 0, 0, 0, 0, 0, 0},
                out.toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void aPieceOfABatchStartsAtTheStartOfTheRoom() {
        MemorySegment out = room(2);
        examples(4).copyFeatures(Batch.all(4), 1, 2, out);
        assertArrayEquals(new float[]{10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25},
                out.toArray(ValueLayout.JAVA_FLOAT));
        assertThrows(IndexOutOfBoundsException.class, () -> examples(4).copyFeatures(Batch.all(4), 3, 2, out));
    }

    @Test
    void neitherExamplesNorRoomAreLeft() {
        Examples examples = examples(4);
        assertThrows(IndexOutOfBoundsException.class, () -> examples.copyFeatures(Batch.of(4), room(1)));
        assertThrows(IndexOutOfBoundsException.class, () -> examples.copyFeatures(Batch.of(-1), room(1)));
        assertThrows(IndexOutOfBoundsException.class, () -> examples.copyFeatures(Batch.of(0, 1), room(1)));
    }

    @Test
    void aRangeSharesTheFeatures() {
        Examples examples = examples(5);
        Examples range = examples.range("middle", 1, 4);
        assertEquals("middle (3 images of 2 x 1 x 3, 5 classes)", range.toString());
        assertEquals(2, range.label(1));
        assertEquals(examples.features().address() + SHAPE.size() * 4, range.features().address());
        assertThrows(IndexOutOfBoundsException.class, () -> examples.range("r", 3, 6));
        assertThrows(IllegalArgumentException.class, () -> examples.range("r", 3, 3));
    }

    @Test
    void nobodyWritesTheFeatures() {
        assertTrue(examples(1).features().isReadOnly());
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertEquals("label 1 of e is 2; it must be from 0 to 1", refused(room(2), 0, 2));
        assertEquals("label 0 of e is -1; it must be from 0 to 1", refused(room(1), -1));
        assertEquals("features of e have 48 bytes; 1 images of 2 x 1 x 3 have 24", refused(room(2), 0));
        assertEquals("e has no example; at least one is needed", refused(room(0)));
        assertEquals("features of e lie on the Java heap; they need memory off the heap",
                refused(MemorySegment.ofArray(new float[6]), 0));
    }

    private static String refused(MemorySegment features, int... labels) {
        return assertThrows(IllegalArgumentException.class, () -> new Examples("e", SHAPE, features, labels, 2))
                .getMessage();
    }

    @Test
    void tooMuchMemoryIsRefusedByASentence() {
        ImageShape large = new ImageShape(1, 32_768, 32_768);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> new ExamplesBuilder("e", large, 10, 1 << 30));
        assertTrue(refusal.getMessage().startsWith("e needs 4611686018427387904 bytes for the features of 1073741824 "
                + "images of 1 x 32768 x 32768; Java has not as much off the heap"), refusal.getMessage());
        assertNull(refusal.getCause());
        assertEquals("e has 2147483640 examples; at most 2147483639 are allowed",
                assertThrows(IllegalArgumentException.class, () -> new ExamplesBuilder("e", SHAPE, 10, 2147483640L))
                        .getMessage());
    }

    @Test
    void shapesHaveSides() {
        assertEquals(6, SHAPE.size());
        assertEquals("height is 0; it must be from 1 to 32768",
                assertThrows(IllegalArgumentException.class, () -> new ImageShape(1, 0, 1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ImageShape(3, 32_768, 32_768));
    }
}
