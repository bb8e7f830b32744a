package org.momo4j.api.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlatVectorTest {
    static Stream<Arguments> typesAndSizes() {
        return Stream.of(ElementType.values())
                .flatMap(type -> Stream.of(0, 1, 2, 7, 16, 1001).map(size -> Arguments.of(type, size)));
    }

    @ParameterizedTest
    @MethodSource("typesAndSizes")
    void freshMemoryIsZeroAlignedAndOfTheRightSize(ElementType type, int size) {
        FlatVector vector = FlatVector.zeros(type, size);
        assertEquals(size, vector.size());
        assertEquals(type, vector.type());
        assertEquals((long) size * type.bytes(), vector.segment().byteSize());
        assertEquals(0, vector.segment().address() % 64);
        assertArrayEquals(new double[size], vector.toArray());
    }

    @ParameterizedTest
    @MethodSource("typesAndSizes")
    void elementsAreWhereTheyWereWritten(ElementType type, int size) {
        FlatVector vector = FlatVector.zeros(type, size);
        for (int i = 0; i < size; i++) {
            vector.set(i, i + 0.5);
        }
        for (int i = 0; i < size; i++) {
            assertEquals(i + 0.5, vector.get(i));
            double raw = type == ElementType.FLOAT32
                    ? vector.segment().getAtIndex(ValueLayout.JAVA_FLOAT, i)
                    : vector.segment().getAtIndex(ValueLayout.JAVA_DOUBLE, i);
            assertEquals(i + 0.5, raw);
        }
    }

    @ParameterizedTest
    @MethodSource("typesAndSizes")
    void noElementLiesOutside(ElementType type, int size) {
        FlatVector vector = FlatVector.zeros(type, size);
        for (long i : new long[]{-1, size, size + 1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 61, 1L << 62}) {
            assertThrows(IndexOutOfBoundsException.class, () -> vector.get(i), "get " + i);
            assertThrows(IndexOutOfBoundsException.class, () -> vector.set(i, 1), "set " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("typesAndSizes")
    void slicesStayInside(ElementType type, int size) {
        FlatVector vector = FlatVector.zeros(type, size);
        assertEquals(size, vector.slice(0, size).size());
        assertEquals(0, vector.slice(size, 0).size());
        for (long[] range : new long[][]{{-1, 1}, {0, size + 1L}, {size, 1}, {0, -1}, {Long.MAX_VALUE, 1},
                {1, Long.MAX_VALUE}}) {
            assertThrows(IndexOutOfBoundsException.class, () -> vector.slice(range[0], range[1]),
                    range[0] + ", " + range[1]);
        }
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void slicesShareMemoryBothWays(ElementType type) {
        FlatVector vector = FlatVector.of(type, 0, 1, 2, 3, 4, 5, 6);
        FlatVector slice = vector.slice(1, 5).slice(1, 3);
        assertArrayEquals(new double[]{2, 3, 4}, slice.toArray());
        slice.set(0, 20);
        vector.set(4, 40);
        assertArrayEquals(new double[]{0, 1, 20, 3, 40, 5, 6}, vector.toArray());
        assertArrayEquals(new double[]{20, 3, 40}, slice.toArray());
        slice.fill(9);
        assertArrayEquals(new double[]{0, 1, 9, 9, 9, 5, 6}, vector.toArray());
        slice.copyFrom(FlatVector.of(type, 7, 8, 9));
        assertArrayEquals(new double[]{0, 1, 7, 8, 9, 5, 6}, vector.toArray());
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void copiesRanges(ElementType type) {
        FlatVector vector = FlatVector.of(type, 0, 1, 2, 3, 4);
        double[] array = {9, 9, 9, 9};
        vector.copyTo(array, 2, 3);
        assertArrayEquals(new double[]{2, 3, 4, 9}, array);
        vector.copyFrom(new double[]{7, 8, 9}, 1, 2);
        assertArrayEquals(new double[]{0, 7, 8, 3, 4}, vector.toArray());
        vector.copyTo(array, 5, 0);
        assertThrows(IndexOutOfBoundsException.class, () -> vector.copyTo(array, 3, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> vector.copyTo(array, 0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> vector.copyFrom(array, -1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> vector.copyFrom(new double[1], 0, 2));
        assertArrayEquals(new double[]{0, 7, 8, 3, 4}, vector.toArray());
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void copiesShareNothing(ElementType type) {
        FlatVector vector = FlatVector.of(type, 1, 2, 3);
        FlatVector copy = vector.copy();
        FlatVector zeros = vector.zerosLike();
        vector.fill(9);
        assertArrayEquals(new double[]{1, 2, 3}, copy.toArray());
        assertArrayEquals(new double[3], zeros.toArray());
        assertEquals(type, copy.type());
        assertEquals(type, zeros.type());
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void negativeZeroKeepsItsSign(ElementType type) {
        FlatVector vector = FlatVector.of(type, 1, 1, 1);
        vector.fill(-0.0);
        vector.slice(2, 1).fill(0.0);
        assertArrayEquals(new double[]{-0.0, -0.0, 0.0}, vector.toArray());
    }

    @Test
    void float32RoundsToNearest() {
        double third = 1.0 / 3;
        double tooLarge = 1e300;
        FlatVector vector = FlatVector.zeros(ElementType.FLOAT32, 5);
        vector.set(0, third);
        vector.copyFrom(new double[]{third, third, tooLarge, 1e-300, Double.NaN});
        vector.slice(1, 1).fill(third);
        assertArrayEquals(new double[]{(float) third, (float) third, Double.POSITIVE_INFINITY, 0, Double.NaN},
                vector.toArray());
        assertNotEquals(third, vector.get(0));
        assertEquals(third, FlatVector.of(third).get(0));
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void copiesNeedTheSameSizeAndType(ElementType type) {
        ElementType other = type == ElementType.FLOAT32 ? ElementType.FLOAT64 : ElementType.FLOAT32;
        FlatVector vector = FlatVector.of(type, 1, 2, 3);
        assertRefused("source has 2 elements; 3 are needed", () -> vector.copyFrom(FlatVector.zeros(type, 2)));
        assertRefused("source is " + other + "; " + type + " is needed",
                () -> vector.copyFrom(FlatVector.zeros(other, 3)));
        assertRefused("array has 4 elements; the vector has 3", () -> vector.copyFrom(new double[4]));
        assertRefused("array has 2 elements; the vector has 3", () -> vector.copyTo(new double[2]));
        assertArrayEquals(new double[]{1, 2, 3}, vector.toArray());
    }

    @Test
    void sizesAreChecked() {
        assertRefused("size of a vector is -1; it must be at least 0", () -> FlatVector.zeros(ElementType.FLOAT32, -1));
        assertThrows(ArithmeticException.class, () -> FlatVector.zeros(ElementType.FLOAT64, Long.MAX_VALUE));
    }

    @Test
    void overTakesForeignMemoryWithoutACopy() {
        MemorySegment memory = FlatVector.zeros(ElementType.FLOAT64, 8).segment();
        FlatVector doubles = FlatVector.over(memory, ElementType.FLOAT64);
        FlatVector floats = FlatVector.over(memory.asSlice(4, 20), ElementType.FLOAT32);
        assertEquals(8, doubles.size());
        assertEquals(5, floats.size());
        floats.set(0, 2.5);
        assertEquals(2.5, memory.get(ValueLayout.JAVA_FLOAT, 4));
        assertEquals(0, FlatVector.over(memory.asSlice(8, 0), ElementType.FLOAT32).size());
    }

    @Test
    void overRefusesWhatIsNoFlatVector() {
        MemorySegment memory = FlatVector.zeros(ElementType.FLOAT64, 8).segment();
        assertRefused("Java heap", () -> FlatVector.over(MemorySegment.ofArray(new float[4]), ElementType.FLOAT32));
        assertRefused("read-only", () -> FlatVector.over(memory.asReadOnly(), ElementType.FLOAT64));
        assertRefused("10 bytes; float32 needs a multiple of 4",
                () -> FlatVector.over(memory.asSlice(0, 10), ElementType.FLOAT32));
        assertRefused("12 bytes; float64 needs a multiple of 8",
                () -> FlatVector.over(memory.asSlice(0, 12), ElementType.FLOAT64));
        assertRefused("address", () -> FlatVector.over(memory.asSlice(4, 16), ElementType.FLOAT64));
        assertRefused("address", () -> FlatVector.over(memory.asSlice(2, 16), ElementType.FLOAT32));
    }

    @Test
    void equalityIsIdentity() {
        FlatVector vector = FlatVector.of(1, 2);
        assertEquals(vector, vector);
        assertNotEquals(vector, vector.copy());
    }

    @Test
    void shortVectorsPrintTheirElements() {
        assertEquals("float32[2] [0.5, -1.0]", FlatVector.of(ElementType.FLOAT32, 0.5, -1).toString());
        assertEquals("float64[9]", FlatVector.zeros(ElementType.FLOAT64, 9).toString());
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}
