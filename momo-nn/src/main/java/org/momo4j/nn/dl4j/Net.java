package org.momo4j.nn.dl4j;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What DL4J's two kinds of network have in common, and its interfaces do not say. */
sealed interface Net permits LayeredNet, GraphNet {
    /** The network. */
    Model model();

    /** Whether {@code init()} was called. */
    boolean initialised();

    /** The buffer of all gradients, made if there is none yet. */
    INDArray gradients();

    /** Everything that may have parameters, by name, in the order of the parameters. */
    SequencedMap<String, Trainable> parts();

    /** The layers that outputs come from. */
    List<Layer> outputs();

    /** How many inputs it takes. */
    int inputCount();

    /** Whether it is trained on pieces of sequences. */
    boolean truncated();

    /** The first layer whose parameters {@code fit} constrains after each step, if there is one. */
    default Optional<String> constrained() {
        return parts().entrySet().stream().filter(part -> isConstrained(part.getValue())).map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isConstrained(Trainable part) {
        Object owner = part instanceof GraphVertex vertex && vertex.hasLayer() ? vertex.getLayer() : part;
        List<LayerConstraint> constraints = owner instanceof Layer layer
                ? layer.conf().getLayer().getConstraints()
                : null;
        return constraints != null && !constraints.isEmpty();
    }

    /** Iterations so far, which schedules go by. */
    int iteration();

    /** Epochs so far. */
    int epoch();

    /** Forward and backward pass in training mode: {@code model().score()} and {@link #gradients()} are those of the batch. */
    void compute(BatchArrays batch);

    /** The first output for one input, in evaluation mode. */
    INDArray output(INDArray input);

    /** Has {@code fit} take its steps with this. */
    void train(FitStep step);

    /** A network of this kind from a file. */
    Model read(File file) throws IOException;

    /**
     * One of the two kinds.
     *
     * @throws IllegalArgumentException if the model is of neither
     */
    static Net of(Model model) {
        return switch (model) {
            case MultiLayerNetwork net -> new LayeredNet(net);
            case ComputationGraph net -> new GraphNet(net);
            default -> throw new IllegalArgumentException("model is a " + model.getClass().getSimpleName()
                    + "; a MultiLayerNetwork or a ComputationGraph is needed");
        };
    }
}
