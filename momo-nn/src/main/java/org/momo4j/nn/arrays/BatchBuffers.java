package org.momo4j.nn.arrays;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Minibatch;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays over the inputs of batches, and their labels as rows of zeros with a one; made once for each size of batch. */
public final class BatchBuffers {
    /** Sizes of batch beyond which arrays are made anew. */
    private static final int SIZES = 16;

    private final ElementType type;
    private final int classes;
    private final Map<FlatVector, INDArray> inputs = new IdentityHashMap<>();
    private final Map<Integer, Labels> labels = new HashMap<>();

    private record Labels(FlatVector vector, INDArray array) {}

    /** None yet, for inputs of this type and so many classes. */
    public BatchBuffers(ElementType type, int classes) {
        this.type = type;
        this.classes = classes;
    }

    /** The inputs, valid until those of the next batch. */
    public INDArray inputs(Minibatch batch) {
        if (inputs.size() >= SIZES) {
            inputs.clear();
        }
        return inputs.computeIfAbsent(batch.inputs(),
                vector -> Nd4jVectors.toArray(vector).reshape('c', shape(batch.size(), batch.shape())));
    }

    /**
     * The labels as rows, valid until those of the next batch.
     *
     * @throws IllegalArgumentException if a label is none of the classes
     */
    public INDArray oneHot(Minibatch batch) {
        if (labels.size() >= SIZES) {
            labels.clear();
        }
        Labels rows = labels.computeIfAbsent(batch.size(), this::rows);
        rows.vector.fill(0);
        for (int i = 0; i < batch.size(); i++) {
            int label = batch.labels()[i];
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException(
                        "label " + i + " of the batch is " + label + "; it must be from 0 to "
                                + (classes - 1));
            }
            rows.vector.set((long) i * classes + label, 1);
        }
        return rows.array;
    }

    private Labels rows(int size) {
        FlatVector vector = FlatVector.zeros(type, (long) size * classes);
        return new Labels(vector, Nd4jVectors.toArray(vector).reshape('c', size, classes));
    }

    private static long[] shape(int size, List<Long> example) {
        return LongStream.concat(LongStream.of(size), example.stream().mapToLong(Long::longValue)).toArray();
    }
}
