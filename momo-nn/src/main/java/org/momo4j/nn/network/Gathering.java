package org.momo4j.nn.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Gathers batches into buffers that are used again. */
final class Gathering {
    private final List<Long> shape;
    private final ElementType type;
    private final long row;
    private final Map<Integer, FlatVector> views = new HashMap<>();
    private FlatVector inputs;
    private int[] labels = {};

    Gathering(List<Long> shape, ElementType type) {
        this.shape = shape;
        this.type = type;
        row = shape.stream().reduce(1L, Math::multiplyExact);
        inputs = FlatVector.zeros(type, 0);
    }

    /** The examples of a batch, valid until the next call. */
    Minibatch gather(ExampleSet examples, Batch batch) {
        int size = batch.size();
        if (size < 1) {
            throw new IllegalArgumentException("a batch has " + size + " examples; at least 1 is needed");
        }
        if (labels.length < size) {
            labels = new int[size];
            inputs = FlatVector.zeros(type, size * row);
            views.clear();
        }
        for (int i = 0; i < size; i++) {
            labels[i] = examples.label(batch.index(i));
        }
        FlatVector view = views.computeIfAbsent(size, n -> inputs.slice(0, n * row));
        examples.copyInputs(batch, view);
        return new Minibatch(view, shape, labels, size);
    }
}
