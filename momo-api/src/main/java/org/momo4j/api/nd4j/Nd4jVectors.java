package org.momo4j.api.nd4j;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Flat vectors and {@code INDArray}s over the same memory, both ways, without a copy. */
public final class Nd4jVectors {
    private Nd4jVectors() {}

    /**
     * A vector over the memory of an array. The array's memory stays valid as long as the vector, its slices or its
     * segment are reachable. Elements appear in the order in which they lie in memory (column-major for an {@code 'f'}
     * array).
     *
     * @throws IllegalArgumentException if the array is neither FLOAT nor DOUBLE, or its elements do not lie one after
     *                                  the other
     */
    @SuppressWarnings("restricted") // the one place that turns an address of ND4J's into a segment
    public static FlatVector of(INDArray array) {
        ElementType type = switch (array.dataType()) {
            case FLOAT -> ElementType.FLOAT32;
            case DOUBLE -> ElementType.FLOAT64;
            default -> throw new IllegalArgumentException(
                    "array is " + array.dataType() + "; a flat vector needs FLOAT or DOUBLE");
        };
        if (array.isEmpty()) { // data() is null
            return FlatVector.zeros(type, 0);
        }
        if (!contiguous(array)) {
            throw new IllegalArgumentException("array of shape " + java.util.Arrays.toString(array.shape())
                    + " has strides " + java.util.Arrays.toString(array.stride())
                    + "; a flat vector needs elements one after the other: take dup() of it");
        }
        // address() is that of the whole buffer and ignores the offset of a view
        long address = array.data().address() + array.offset() * type.bytes();
        MemorySegment segment = MemorySegment.ofAddress(address).reinterpret(array.length() * type.bytes(),
                Arena.ofAuto(),
                released -> array.data()); // the action holds the array, so the segment keeps it alive
        return FlatVector.over(segment, type);
    }

    /**
     * An array of shape {@code [size]} over the memory of a vector, which stays valid as long as the array's buffer is
     * reachable.
     *
     * @throws IllegalArgumentException if the vector is empty
     */
    public static INDArray toArray(FlatVector vector) {
        if (vector.size() == 0) {
            throw new IllegalArgumentException("the vector is empty; ND4J has no memory for an empty array");
        }
        // Nd4j.createBuffer would wrap the pointer in one that does not keep the owner alive
        var factory = Nd4j.getDataBufferFactory();
        if (vector.type() == ElementType.FLOAT32) {
            FloatPointer pointer = new OwningFloats(vector);
            return array(factory.create(pointer, DataType.FLOAT, vector.size(), FloatIndexer.create(pointer)));
        }
        DoublePointer pointer = new OwningDoubles(vector);
        return array(factory.create(pointer, DataType.DOUBLE, vector.size(), DoubleIndexer.create(pointer)));
    }

    private static INDArray array(DataBuffer buffer) {
        return Nd4j.create(buffer, new long[]{buffer.length()}, new long[]{1}, 0, 'c', buffer.dataType());
    }

    private static boolean contiguous(INDArray array) {
        long expected = 1;
        long[] shape = array.shape();
        long[] stride = array.stride();
        boolean columnMajor = array.ordering() == 'f';
        for (int i = 0; i < shape.length; i++) {
            int dimension = columnMajor ? i : shape.length - 1 - i;
            if (shape[dimension] != 1 && stride[dimension] != expected) {
                return false;
            }
            expected *= shape[dimension];
        }
        return true;
    }

    /** A pointer that keeps the vector, and so its memory, alive. */
    private static final class OwningFloats extends FloatPointer {
        @SuppressWarnings("unused") // held, never read
        private final FlatVector owner;

        OwningFloats(FlatVector vector) {
            super((Pointer) null);
            owner = vector;
            address = vector.segment().address();
            limit = vector.size();
            capacity = vector.size();
        }
    }

    /** A pointer that keeps the vector, and so its memory, alive. */
    private static final class OwningDoubles extends DoublePointer {
        @SuppressWarnings("unused") // held, never read
        private final FlatVector owner;

        OwningDoubles(FlatVector vector) {
            super((Pointer) null);
            owner = vector;
            address = vector.segment().address();
            limit = vector.size();
            capacity = vector.size();
        }
    }
}
