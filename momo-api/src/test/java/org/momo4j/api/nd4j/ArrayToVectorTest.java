package org.momo4j.api.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An {@code INDArray} seen as a flat vector. */
class ArrayToVectorTest {
    /** 0 to 23 as a 4 x 6 matrix, row-major. */
    private static INDArray matrix(DataType type) {
        return Nd4j.arange(24).castTo(type).reshape('c', 4, 6);
    }

    /** A view of a fresh matrix of its own, and its elements in the order in which they lie in memory. */
    private record Case(String name, INDArray array, double... inMemory) {
        static Stream<Case> of(String name, UnaryOperator<INDArray> view, double... inMemory) {
            return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                    .map(type -> new Case(name, view.apply(matrix(type)), inMemory));
        }

        @Override
        public String toString() {
            return name + " " + array.dataType();
        }
    }

    static Stream<Case> contiguous() {
        return Stream.of(Case.of("matrix", m -> m, range(0, 24)),
                Case.of("row", m -> m.getRow(2), range(12, 18)),
                Case.of("rows", m -> m.get(interval(1, 3), all()), range(6, 18)),
                Case.of("view of a view", m -> m.reshape(24).get(interval(4, 20)).get(interval(3, 8)), range(7, 12)),
                Case.of("part of a row", m -> m.getRow(3).get(interval(2, 5)), range(20, 23)),
                Case.of("one element", m -> m.get(interval(2, 3), interval(1, 2)), 13),
                Case.of("scalar", m -> Nd4j.scalar(m.dataType(), 2.5), 2.5),
                Case.of("length one", m -> m.reshape(24).get(interval(23, 24)), 23),
                Case.of("transpose", INDArray::transpose, range(0, 24)),
                Case.of("'f' order", m -> m.dup('f'), columnMajor()),
                Case.of("column of 'f' order", m -> m.dup('f').getColumn(1), 1, 7, 13, 19),
                Case.of("columns of 'f' order", m -> m.dup('f').get(all(), interval(1, 3)), 1, 7, 13, 19, 2, 8, 14, 20),
                Case.of("1 x n", m -> m.getRow(1).reshape(1, 6), range(6, 12)),
                Case.of("n x 1", m -> m.getRow(1).reshape(6, 1), range(6, 12))).flatMap(cases -> cases);
    }

    static Stream<Case> scattered() {
        return Stream.of(Case.of("column", m -> m.getColumn(1)),
                Case.of("part of the columns", m -> m.get(all(), interval(1, 4))),
                Case.of("every second", m -> m.reshape(24).get(interval(0, 2, 24))),
                Case.of("row of a transpose", m -> m.transpose().getRow(2)),
                Case.of("row of 'f' order", m -> m.dup('f').getRow(2)),
                Case.of("permuted", m -> m.reshape('c', 2, 3, 4).permute(0, 2, 1)),
                Case.of("broadcast strides",
                        m -> Nd4j.create(m.data(), new long[]{5}, new long[]{0}, 0, 'c', m.dataType())))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("contiguous")
    void readsElementsAsTheyLieInMemory(Case seen) {
        FlatVector vector = Nd4jVectors.of(seen.array);
        assertEquals(seen.array.dataType() == DataType.FLOAT ? ElementType.FLOAT32 : ElementType.FLOAT64,
                vector.type());
        assertArrayEquals(seen.inMemory, vector.toArray());
    }

    @ParameterizedTest
    @MethodSource("contiguous")
    void writesAreSeenOnBothSides(Case seen) {
        FlatVector vector = Nd4jVectors.of(seen.array);
        double sum = Arrays.stream(seen.inMemory).sum();
        seen.array.addi(100);
        assertEquals(seen.inMemory[0] + 100, vector.get(0));
        vector.set(vector.size() - 1, -5);
        double expected = sum + 100.0 * (seen.inMemory.length - 1) - seen.inMemory[seen.inMemory.length - 1] - 5;
        double actual = seen.array.sumNumber().doubleValue();
        assertEquals(expected, actual, 1e-3);
    }

    @ParameterizedTest
    @MethodSource("scattered")
    void refusesElementsThatDoNotFollowOneAnother(Case seen) {
        String message = assertThrows(IllegalArgumentException.class, () -> Nd4jVectors.of(seen.array)).getMessage();
        assertTrue(message.contains(Arrays.toString(seen.array.shape())), message);
        assertTrue(message.contains(Arrays.toString(seen.array.stride())), message);
        assertTrue(message.contains("dup()"), message);
        assertArrayEquals(seen.array.dup('c').data().asDouble(), Nd4jVectors.of(seen.array.dup('c')).toArray());
    }

    @ParameterizedTest
    @EnumSource(value = DataType.class, names = {"INT", "LONG", "HALF", "BFLOAT16", "BOOL", "UBYTE"})
    void refusesOtherTypes(DataType type) {
        INDArray array = Nd4j.zeros(type, 3);
        String message = assertThrows(IllegalArgumentException.class, () -> Nd4jVectors.of(array)).getMessage();
        assertEquals("array is " + type + "; a flat vector needs FLOAT or DOUBLE", message);
    }

    @Test
    void anEmptyArrayIsAnEmptyVector() {
        FlatVector vector = Nd4jVectors.of(Nd4j.empty(DataType.FLOAT));
        assertEquals(0, vector.size());
        assertEquals(ElementType.FLOAT32, vector.type());
        assertEquals(0, Nd4jVectors.of(Nd4j.create(DataType.DOUBLE, 0, 3)).size());
    }

    @ParameterizedTest
    @EnumSource(value = DataType.class, names = {"FLOAT", "DOUBLE"})
    void aViewTouchesNothingBesideItself(DataType type) {
        int firstRow = 2;
        INDArray c = matrix(type);
        Nd4jVectors.of(c.get(interval(firstRow, firstRow + 1), all())).fill(-1);
        double[] all = c.data().asDouble();
        for (int i = 0; i < 24; i++) {
            assertEquals(i / 6 == firstRow ? -1 : i, all[i]);
        }
    }

    private static double[] range(int from, int to) {
        double[] values = new double[to - from];
        Arrays.setAll(values, i -> from + i);
        return values;
    }

    private static double[] columnMajor() {
        double[] values = new double[24];
        Arrays.setAll(values, i -> i % 4 * 6 + i / 4);
        return values;
    }
}
