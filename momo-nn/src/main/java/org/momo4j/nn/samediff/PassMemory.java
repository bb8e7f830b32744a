package org.momo4j.nn.samediff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.internal.SessionMemMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays of one pass through a graph, all of which live until its end and serve the next pass again. ND4J's own memory gives an
 * array back as soon as nothing needs it any more and goes by its number for that; two arrays can have the same number.
 *
 * <p>
 * Batches of other sizes need other arrays. What waits is at most {@value #LARGEST_PASSES} times what the largest pass so far has
 * used; beyond that all of it is left to the collector.
 */
final class PassMemory implements SessionMemMgr {
    private static final int LARGEST_PASSES = 4;

    private final Map<LongShapeDescriptor, Deque<INDArray>> free = new HashMap<>();
    private final List<INDArray> used = new ArrayList<>();
    private long freeBytes;
    private long usedBytes;
    private long largestPass;

    @Override
    public INDArray allocate(boolean detached, DataType type, long... shape) {
        return allocate(detached, LongShapeDescriptor.fromShape(shape, type));
    }

    @Override
    public INDArray allocate(boolean detached, LongShapeDescriptor shape) {
        if (shape.isEmpty()) {
            return Nd4j.create(shape);
        }
        Deque<INDArray> waiting = free.get(shape);
        INDArray array;
        if (waiting == null || waiting.isEmpty()) {
            array = Nd4j.create(shape, false);
        } else {
            array = waiting.pop();
            freeBytes -= bytes(array);
        }
        used.add(array);
        usedBytes += bytes(array);
        return array;
    }

    @Override
    public INDArray ulike(INDArray array) {
        return allocate(false, array.dataType(), array.shape());
    }

    @Override
    public INDArray dup(INDArray array) {
        INDArray copy = ulike(array);
        if (!array.isEmpty()) {
            copy.assign(array);
        }
        return copy;
    }

    @Override
    public void release(INDArray array) {
        // at the end of the pass
    }

    /** The pass is over, and what it put out was read. */
    void takeBack() {
        largestPass = Math.max(largestPass, usedBytes);
        if (freeBytes + usedBytes > LARGEST_PASSES * largestPass) {
            free.clear();
            freeBytes = 0;
        }
        used.forEach(array -> free.computeIfAbsent(shape(array), shape -> new ArrayDeque<>()).push(array));
        freeBytes += usedBytes;
        used.clear();
        usedBytes = 0;
    }

    /** Bytes that wait for the next pass. */
    long freeBytes() {
        return freeBytes;
    }

    private static long bytes(INDArray array) {
        return array.length() * array.dataType().width();
    }

    private static LongShapeDescriptor shape(INDArray array) {
        return LongShapeDescriptor.fromShape(array.shape(), array.stride(), 1, array.ordering(), array.dataType(),
                false);
    }

    @Override
    public void close() {
        // the collector frees them with the model
    }
}
