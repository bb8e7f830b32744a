package org.momo4j.nn.samediff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.vector.ElementType;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/** A graph of SameDiff as it was given, with what must hold before it is adapted. Nothing here changes it. */
final class GivenGraph {
    private final SameDiff graph;
    private final Loss loss;
    private final List<SDVariable> trained;
    private final List<INDArray> values;
    private final ElementType type;

    /**
     * Looks at a graph.
     *
     * @throws IllegalArgumentException if it has no such loss, nothing is trained, a variable has no values, or variables are not all
     *                                  FLOAT or all DOUBLE
     */
    GivenGraph(SameDiff graph, String loss) {
        this.graph = graph;
        this.loss = new Loss(loss);
        VariableType kind = kind(loss);
        if (kind != VariableType.ARRAY) {
            throw new IllegalArgumentException("loss \"" + loss + "\" is of kind " + kind
                    + "; it must be computed by the graph");
        }
        trained = graph.variables().stream().filter(v -> v.getVariableType() == VariableType.VARIABLE).toList();
        if (trained.isEmpty()) {
            throw new IllegalArgumentException("the graph has no variables that are trained");
        }
        type = type(trained);
        values = trained.stream().map(GivenGraph::values).toList();
    }

    private VariableType kind(String name) {
        requireVariable(name);
        return graph.getVariable(name).getVariableType();
    }

    private static ElementType type(List<SDVariable> trained) {
        List<DataType> types = trained.stream().map(SDVariable::dataType).distinct().toList();
        if (types.equals(List.of(DataType.FLOAT))) {
            return ElementType.FLOAT32;
        }
        if (types.equals(List.of(DataType.DOUBLE))) {
            return ElementType.FLOAT64;
        }
        throw new IllegalArgumentException("the variables are " + types + "; all must be FLOAT, or all DOUBLE");
    }

    private static INDArray values(SDVariable variable) {
        INDArray array = variable.getArr();
        if (array == null) {
            throw new IllegalArgumentException("variable \"" + variable.name() + "\" has no values yet");
        }
        return array;
    }

    /**
     * Checks a name.
     *
     * @throws IllegalArgumentException if the graph has no such variable
     */
    void requireVariable(String name) {
        if (!graph.hasVariable(name)) {
            throw new IllegalArgumentException(
                    "the graph has no variable \"" + name + "\"; there are " + graph.variableMap().keySet());
        }
    }

    /**
     * Checks the name of an input.
     *
     * @throws IllegalArgumentException if the graph has no such placeholder
     */
    void requirePlaceholder(String name) {
        VariableType kind = kind(name);
        if (kind != VariableType.PLACEHOLDER) {
            throw new IllegalArgumentException("\"" + name + "\" is of kind " + kind + "; a placeholder is needed");
        }
    }

    /**
     * Checks that the loss of a batch is a scalar, by a batch of zeros. Where placeholders do not say enough about their shapes to make
     * one, nothing is found out, and the first batch tells.
     *
     * @throws IllegalArgumentException if it is none
     */
    void requireScalarLoss() {
        Map<String, INDArray> inputs = new HashMap<>();
        for (SDVariable placeholder : graph.placeHolders()) {
            zeros(placeholder).ifPresent(array -> inputs.put(placeholder.name(), array));
        }
        INDArray value;
        try {
            value = loss(inputs);
        } catch (RuntimeException e) { // of ND4J's, of many kinds: zeros of this shape are no batch of this graph
            return;
        }
        loss.scalar(value);
    }

    /** Two examples: the losses of one would look like a scalar. */
    private static Optional<INDArray> zeros(SDVariable placeholder) {
        return Optional.ofNullable(placeholder.placeholderShape()).map(shape -> {
            long[] sizes = shape.clone();
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = sizes[i] < 0 ? 2 : sizes[i];
            }
            return Nd4j.zeros(placeholder.dataType(), sizes);
        });
    }

    /** What the loss is for these inputs, in evaluation mode. Random numbers of others are left alone. */
    INDArray loss(Map<String, INDArray> inputs) {
        Random random = Nd4j.getRandom();
        long root = random.rootState();
        long node = random.nodeState();
        INDArray[] value = new INDArray[1];
        try {
            new Pass(graph).run(Operation.INFERENCE, List.of(loss.name()), inputs,
                    results -> value[0] = results.get(loss.name()).dup());
        } finally {
            random.setStates(root, node);
        }
        return value[0];
    }

    /** The graph. */
    SameDiff graph() {
        return graph;
    }

    /** Its loss. */
    Loss loss() {
        return loss;
    }

    /** Its variables, in the order of SameDiff. */
    List<SDVariable> trained() {
        return trained;
    }

    /** The arrays of its variables, in the same order. */
    List<INDArray> values() {
        return values;
    }

    /** What its variables are. */
    ElementType type() {
        return type;
    }
}
