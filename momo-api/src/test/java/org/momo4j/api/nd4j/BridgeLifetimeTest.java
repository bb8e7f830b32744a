package org.momo4j.api.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.MemoryPressure;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Memory stays valid after the object that it was taken from was dropped. Many objects are made and dropped, and other
 * data is written over all memory that was freed meanwhile, so that a lost owner shows.
 */
class BridgeLifetimeTest {
    private static final int OBJECTS = 50;
    private static final int SIZE = 20_011;

    private static DataType of(ElementType type) {
        return type == ElementType.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE;
    }

    /** Frees what ND4J thinks is unreachable, and writes over it. */
    private static List<Object> pressure() throws InterruptedException {
        List<Object> blocks = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            blocks.addAll(MemoryPressure.apply((long) SIZE * Double.BYTES));
            Thread.sleep(50); // ND4J's deallocator is a thread of its own
            for (int i = 0; i < 100; i++) {
                blocks.add(Nd4j.valueArrayOf(new long[]{SIZE}, -99.5, i % 2 == 0 ? DataType.DOUBLE : DataType.FLOAT));
            }
        }
        return blocks;
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void aVectorKeepsItsArray(ElementType type) throws InterruptedException {
        List<FlatVector> vectors = new ArrayList<>();
        List<MemorySegment> segments = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            INDArray array = Nd4j.valueArrayOf(new long[]{SIZE}, i, of(type));
            vectors.add(Nd4jVectors.of(array.get(NDArrayIndex.interval(5, SIZE - 5))).slice(3, 10_000));
            segments.add(Nd4jVectors.of(Nd4j.valueArrayOf(new long[]{SIZE}, i, of(type))).slice(7, 100).segment());
        }
        List<Object> blocks = pressure();
        for (int i = 0; i < OBJECTS; i++) {
            FlatVector vector = vectors.get(i);
            for (long j = 0; j < vector.size(); j++) {
                assertEquals(i, vector.get(j));
            }
            for (int j = 0; j < 100; j++) {
                assertEquals(i, type == ElementType.FLOAT32
                        ? segments.get(i).getAtIndex(ValueLayout.JAVA_FLOAT, j)
                        : segments.get(i).getAtIndex(ValueLayout.JAVA_DOUBLE, j));
            }
        }
        Reference.reachabilityFence(blocks);
    }

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void anArrayKeepsItsVector(ElementType type) throws InterruptedException {
        List<INDArray> arrays = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            FlatVector vector = FlatVector.zeros(type, SIZE);
            vector.fill(i);
            INDArray array = Nd4jVectors.toArray(vector.slice(1, SIZE - 2));
            arrays.add(i % 2 == 0 ? array : array.get(NDArrayIndex.interval(10, SIZE - 20))); // a view alone, too
        }
        List<Object> blocks = pressure();
        for (int i = 0; i < OBJECTS; i++) {
            assertEquals(i, arrays.get(i).minNumber().doubleValue());
            assertEquals(i, arrays.get(i).maxNumber().doubleValue());
        }
        Reference.reachabilityFence(blocks);
    }

    @Test
    void anArrayIsGivenUpWithItsVector() throws InterruptedException {
        WeakReference<INDArray> array = viewed();
        for (int i = 0; i < 100 && array.get() != null; i++) {
            MemoryPressure.apply(8);
        }
        assertEquals(null, array.get(), "the vector was dropped, yet its array is held for ever: a leak");
    }

    @Test
    void memoryOfADroppedArrayIsReused() throws InterruptedException {
        List<MemorySegment> bare = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            bare.add(unowned(Nd4j.valueArrayOf(new long[]{SIZE}, 1.0, DataType.DOUBLE)));
        }
        List<Object> blocks = pressure();
        long changed = bare.stream().filter(segment -> segment.getAtIndex(ValueLayout.JAVA_DOUBLE, SIZE / 2) != 1)
                .count();
        assertEquals(true, changed > 0, "nothing was reused, so the tests above could not fail");
        Reference.reachabilityFence(blocks);
    }

    private static WeakReference<INDArray> viewed() {
        INDArray array = Nd4j.valueArrayOf(new long[]{SIZE}, 1.0, DataType.DOUBLE);
        Nd4jVectors.of(array).set(0, 2);
        return new WeakReference<>(array);
    }

    @SuppressWarnings("restricted") // the mistake that the bridge must not make: an address without its owner
    private static MemorySegment unowned(INDArray array) {
        return MemorySegment.ofAddress(array.data().address()).reinterpret((long) SIZE * Double.BYTES);
    }
}
