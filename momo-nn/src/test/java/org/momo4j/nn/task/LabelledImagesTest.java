package org.momo4j.nn.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ExamplesBuilder;
import org.momo4j.nn.data.ImageShape;

class LabelledImagesTest {
    private static Examples examples() {
        ExamplesBuilder builder = new ExamplesBuilder("three", new ImageShape(1, 1, 2), 4, 3);
        builder.add(new float[]{0.1f, 1}, 3);
        builder.add(new float[]{0.2f, 2}, 0);
        builder.add(new float[]{0.3f, 3}, 1);
        return builder.build();
    }

    private record Twice(int first, int second) implements Batch {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public int index(int i) {
            return i == 0 ? first : second;
        }
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void inputsAreThoseOfTheBatchInEitherType(ElementType type) {
        LabelledImages images = new LabelledImages(examples(), List.of(2L), Map.of("file", "digest"));
        FlatVector out = FlatVector.zeros(type, 4);
        images.copyInputs(new Twice(2, 0), out);
        assertArrayEquals(new double[]{0.3f, 3, 0.1f, 1}, out.toArray());
        assertEquals(3, images.size());
        assertEquals(4, images.classes());
        assertEquals(3, images.label(0));
        assertEquals(Map.of("file", "digest"), images.digests());
        assertThrows(IndexOutOfBoundsException.class, () -> images.copyInputs(new Twice(0, 3), out));
        assertThrows(IllegalArgumentException.class,
                () -> images.copyInputs(new Twice(0, 1), FlatVector.zeros(type, 3)));
    }

    @Test
    void aShapeOfAnotherSizeIsRefused() {
        assertEquals("images of 1 x 1 x 2 cannot have shape [3]", assertThrows(IllegalArgumentException.class,
                () -> new LabelledImages(examples(), List.of(3L), Map.of())).getMessage());
    }
}
