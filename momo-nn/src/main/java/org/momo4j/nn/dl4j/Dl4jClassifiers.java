package org.momo4j.nn.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.momo4j.nn.network.Network;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks that are built here, for callers who must not see a class of DL4J before they have one. */
public final class Dl4jClassifiers {
    private static final int HIDDEN = 100;

    private Dl4jClassifiers() {}

    /**
     * A perceptron of two hidden layers of 100 with ReLU, in float32, under cross-entropy: 784-100-100-10 has 89,610 parameters.
     *
     * @param inputShape of one example, of one dimension
     * @param classes    at least 2
     * @throws IllegalArgumentException if the shape has more dimensions
     * @throws LinkageError             if DL4J or an ND4J backend for this machine is missing
     */
    public static Network perceptron(List<Long> inputShape, int classes) {
        if (inputShape.size() != 1) {
            throw new IllegalArgumentException(
                    "inputs have shape " + inputShape + "; a perceptron takes those of one dimension");
        }
        long inputs = inputShape.getFirst();
        // no optimizer of DL4J's takes a step here
        MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT)
                .updater(new NoOp()).activation(Activation.RELU).list().layer(hidden()).layer(hidden())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nOut(classes)
                        .build())
                .setInputType(InputType.feedForward(inputs)).build());
        net.init();
        return Dl4jNetwork.of(net, inputs);
    }

    private static DenseLayer hidden() {
        return new DenseLayer.Builder().nOut(HIDDEN).build();
    }
}
