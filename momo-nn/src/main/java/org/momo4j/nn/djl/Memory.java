package org.momo4j.nn.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** The memory of arrays of PyTorch, and memory of ours as PyTorch takes it. */
final class Memory {
    private Memory() {}

    static DataType typeOf(ElementType type) {
        return type == ElementType.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    }

    /**
     * The memory of an array, without a copy where its elements lie in order; else that of a copy that lives in the same manager. Valid
     * as long as the array, which nothing here keeps alive.
     */
    static MemorySegment of(NDArray array) {
        return MemorySegment.ofBuffer(array.toByteBuffer(true));
    }

    /** A buffer over a vector, which keeps its memory alive. */
    static ByteBuffer buffer(FlatVector vector) {
        return vector.segment().asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** A copy of the elements. */
    static FlatVector copy(NDArray array, ElementType type) {
        FlatVector copy = FlatVector.zeros(type, array.size());
        if (copy.size() > 0) {
            MemorySegment.copy(of(array), 0, copy.segment(), 0, copy.segment().byteSize());
        }
        return copy;
    }

    /** The first element. */
    static double first(NDArray array) {
        MemorySegment memory = of(array);
        return switch (array.getDataType()) {
            case FLOAT64 -> memory.get(ValueLayout.JAVA_DOUBLE, 0);
            case FLOAT32 -> memory.get(ValueLayout.JAVA_FLOAT, 0);
            default -> throw new IllegalArgumentException("an array is " + array.getDataType()
                    + "; FLOAT32 or FLOAT64 is needed");
        };
    }
}
