package org.momo4j.api.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A flat vector seen as an {@code INDArray}. */
class VectorToArrayTest {
    @ParameterizedTest
    @EnumSource(ElementType.class)
    void theArrayHasTheVectorsElements(ElementType type) {
        INDArray array = Nd4jVectors.toArray(FlatVector.of(type, 1, 2, 3));
        assertArrayEquals(new long[]{3}, array.shape());
        assertEquals(type == ElementType.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE, array.dataType());
        assertArrayEquals(new double[]{1, 2, 3}, array.toDoubleVector());
        assertEquals(6, array.sumNumber().doubleValue());
        assertEquals(14, array.mul(array).sumNumber().doubleValue());
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void writesAreSeenOnBothSides(ElementType type) {
        FlatVector vector = FlatVector.of(type, 1, 2, 3);
        INDArray array = Nd4jVectors.toArray(vector);
        array.addi(10);
        array.putScalar(2, -1);
        assertArrayEquals(new double[]{11, 12, -1}, vector.toArray());
        vector.set(0, 7);
        assertArrayEquals(new double[]{7, 12, -1}, array.toDoubleVector());
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void aSliceIsAnArrayOfItsOwnPart(ElementType type) {
        FlatVector vector = FlatVector.of(type, 0, 1, 2, 3, 4, 5, 6);
        INDArray array = Nd4jVectors.toArray(vector.slice(1, 3));
        assertArrayEquals(new double[]{1, 2, 3}, array.toDoubleVector());
        array.assign(9);
        assertArrayEquals(new double[]{0, 9, 9, 9, 4, 5, 6}, vector.toArray());
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void thereAndBackIsTheSameMemory(ElementType type) {
        FlatVector vector = FlatVector.of(type, 0, 1, 2, 3, 4);
        FlatVector back = Nd4jVectors.of(Nd4jVectors.toArray(vector.slice(1, 4)));
        assertEquals(vector.segment().address() + type.bytes(), back.segment().address());
        assertEquals(4, back.size());
        assertEquals(type, back.type());
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void anArrayOfOneElementIsNoScalar(ElementType type) {
        assertArrayEquals(new long[]{1}, Nd4jVectors.toArray(FlatVector.of(type, 4)).shape());
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void anEmptyVectorIsRefused(ElementType type) {
        FlatVector empty = FlatVector.zeros(type, 0);
        assertEquals("the vector is empty; ND4J has no memory for an empty array",
                assertThrows(IllegalArgumentException.class, () -> Nd4jVectors.toArray(empty)).getMessage());
    }
}
