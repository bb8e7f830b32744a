package org.momo4j.bench.nd4j;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class SameMathematicsTest {
    @ParameterizedTest
    @EnumSource
    void momoWithArraysIsMomo(ElementType type) {
        ArrayAlgebra operations = new ArrayOperations(
                Nd4jVectors.toArray(FlatVector.zeros(type, SameMathematics.SIZE)));
        assertDoesNotThrow(() -> SameMathematics.require(type, operations));
        assertDoesNotThrow(() -> SameMathematics.require(type, new Blas()));
    }
}
