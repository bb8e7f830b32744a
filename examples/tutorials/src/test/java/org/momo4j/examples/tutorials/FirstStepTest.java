package org.momo4j.examples.tutorials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class FirstStepTest {
    @Test
    void itIsPolyaks() {
        FirstStep step = FirstStep.of(2, FlatVector.of(ElementType.FLOAT32, 1, 0), 0.5, RandomGenerator.getDefault());

        assertEquals(0.5, step.report().stepSize(), "(f - f*)/|g|^2");
        assertEquals(-0.5, step.params().get(0));
    }
}
