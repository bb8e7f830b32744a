package org.momo4j.nn.network;

import java.util.List;
import java.util.Map;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.FlatVector;

/** Examples of a classification task, each of one shape and with one label. Read-only, and may be read by several threads. */
public interface ExampleSet {
    /** Number of examples. */
    int size();

    /** The shape of one example: {@code [784]}, {@code [3, 32, 32]} (channels first). */
    List<Long> shape();

    /** Number of classes. */
    int classes();

    /**
     * Writes inputs, one example after the other, row-major.
     *
     * @param batch which examples, repetitions allowed
     * @param out   receives them, rounded to its type; {@code batch.size()} times the elements of one example
     * @throws IndexOutOfBoundsException if there is no such example
     */
    void copyInputs(Batch batch, FlatVector out);

    /**
     * The class of an example, in [0, classes()).
     *
     * @throws IndexOutOfBoundsException if there is no such example
     */
    int label(int index);

    /** What the examples were read from: the SHA-256 of every file, in hexadecimal, by its name; empty for generated data. */
    default Map<String, String> digests() {
        return Map.of();
    }
}
