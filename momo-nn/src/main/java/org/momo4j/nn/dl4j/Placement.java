package org.momo4j.nn.dl4j;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.dl4j.Dl4jTensor.Kind;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The trained tensors of a network in a vector that holds nothing else: for every layer, the arrays over that vector that it is to
 * compute with. What is not trained stays where DL4J put it. A layer that does not let its arrays be exchanged (a bidirectional
 * one, one of SameDiff) keeps its own, into which values are copied before each pass.
 */
final class Placement {
    private final FlatVector vector;
    // by identity: DL4J hashes a layer by the values of its arrays
    private final Map<Trainable, Map<String, INDArray>> tables = new IdentityHashMap<>();
    /** What each layer computes with since {@link #enter}. */
    private final Map<Trainable, Map<String, INDArray>> entered = new IdentityHashMap<>();
    private final List<Copied> copied = new ArrayList<>();

    private record Copied(INDArray from, INDArray to) {}

    Placement(Dl4jTensors tensors, FlatVector vector) {
        this.vector = vector;
        INDArray whole = Nd4jVectors.toArray(vector);
        Map<String, INDArray> views = new LinkedHashMap<>();
        long next = 0;
        for (Dl4jTensor tensor : tensors.all()) {
            if (tensor.kind() == Kind.TRAINED) {
                views.put(tensor.name(), view(whole, next, tensor));
                next += tensor.size();
            }
        }
        for (Dl4jTensor tensor : tensors.all()) {
            tables.computeIfAbsent(tensor.owner(), owner -> new LinkedHashMap<>(owner.paramTable(false)))
                    .put(tensor.key(), views.getOrDefault(tensor.name(), tensor.array()));
        }
    }

    private static INDArray view(INDArray whole, long from, Dl4jTensor tensor) {
        return whole.get(NDArrayIndex.interval(from, from + tensor.size())).reshape(tensor.array().ordering(),
                tensor.array().shape());
    }

    /** Where the tensors lie. */
    FlatVector vector() {
        return vector;
    }

    /** Has every layer compute here. */
    void enter() {
        copied.clear();
        tables.forEach((owner, table) -> {
            exchange(owner, table);
            Map<String, INDArray> actual = new LinkedHashMap<>(owner.paramTable(false));
            entered.put(owner, actual);
            table.forEach((key, array) -> {
                if (actual.get(key) != array) {
                    copied.add(new Copied(array, actual.get(key)));
                }
            });
        });
    }

    /**
     * Checks that every layer still computes here.
     *
     * @throws IllegalStateException if a layer or an array was replaced since {@link #enter}
     */
    void requireInPlace(Net net, Dl4jTensors tensors) {
        tensors.requireInPlace(net, tensor -> entered.get(tensor.owner()).get(tensor.key()));
    }

    /** Brings what is only copied up to date. */
    void refresh() {
        for (Copied copy : copied) {
            copy.to.assign(copy.from);
        }
    }

    /** Gives every layer the arrays that DL4J made for it, with the values that are here. */
    static void leave(Dl4jTensors tensors, FlatVector values) {
        new Placement(tensors, values).leave(tensors);
    }

    private void leave(Dl4jTensors tensors) {
        for (Dl4jTensor tensor : tensors.all()) {
            INDArray here = tables.get(tensor.owner()).get(tensor.key());
            if (here != tensor.array()) {
                tensor.array().assign(here);
                tables.get(tensor.owner()).put(tensor.key(), tensor.array());
            }
        }
        enter();
    }

    private static void exchange(Trainable owner, Map<String, INDArray> table) {
        switch (owner) {
            case Layer layer -> layer.setParamTable(table);
            case GraphVertex vertex when vertex.hasLayer() -> vertex.getLayer().setParamTable(table);
            default -> {
            } // a vertex with parameters of its own has no such method
        }
    }
}
