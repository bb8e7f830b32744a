package org.momo4j.nn.dl4j;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks of every kind that the tests look at. Five features or 6x6 images of two channels; three classes. */
enum Nets {
    DENSE, ACTIVATIONS, CONVOLUTION, BATCH_NORM, CONVOLUTION_BATCH_NORM, DROPOUT, LAYER_NORM;

    static final int CLASSES = 3;

    /** The shape of an example. */
    long[] shape() {
        return this == CONVOLUTION || this == CONVOLUTION_BATCH_NORM ? new long[]{2, 6, 6} : new long[]{5};
    }

    /** Whether the loss of a batch is the mean over its examples. */
    boolean meanOfExamples() {
        return this != BATCH_NORM && this != CONVOLUTION_BATCH_NORM && this != DROPOUT;
    }

    MultiLayerNetwork layered(DataType type) {
        return layered(type, new Sgd(0.1));
    }

    MultiLayerNetwork layered(DataType type, IUpdater updater) {
        MultiLayerNetwork net = new MultiLayerNetwork(configuration(base(type, updater)));
        net.init();
        return net;
    }

    /** The same layers as a graph. */
    ComputationGraph graph(DataType type) {
        return graph(type, new Sgd(0.1));
    }

    ComputationGraph graph(DataType type, IUpdater updater) {
        return layered(type, updater).toComputationGraph();
    }

    static NeuralNetConfiguration.Builder base(DataType type, IUpdater updater) {
        return new NeuralNetConfiguration.Builder().seed(3).dataType(type).updater(updater).activation(Activation.TANH)
                .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT);
    }

    MultiLayerConfiguration configuration(NeuralNetConfiguration.Builder base) {
        NeuralNetConfiguration.ListBuilder list = base.list();
        switch (this) {
            case DENSE -> list.layer(dense(4));
            case ACTIVATIONS -> list.layer(dense(6, Activation.SIGMOID)).layer(dense(5, Activation.SOFTPLUS))
                    .layer(dense(4, Activation.ELU)).layer(new ActivationLayer(Activation.SWISH));
            case CONVOLUTION -> list
                    .layer(new ConvolutionLayer.Builder(3, 3).nOut(3).build())
                    .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG).kernelSize(2, 2).stride(2, 2)
                            .build())
                    .layer(dense(4));
            case BATCH_NORM -> list.layer(dense(4)).layer(new BatchNormalization()).layer(dense(4));
            case CONVOLUTION_BATCH_NORM -> list
                    .layer(new ConvolutionLayer.Builder(3, 3).nOut(3).activation(Activation.IDENTITY).hasBias(false)
                            .build())
                    .layer(new BatchNormalization()).layer(new ActivationLayer(Activation.TANH)).layer(dense(4));
            case DROPOUT -> list.layer(new DenseLayer.Builder().nOut(8).build())
                    .layer(new DenseLayer.Builder().nOut(8).dropOut(0.5).build());
            case LAYER_NORM -> list.layer(new DenseLayer.Builder().nOut(6).hasLayerNorm(true).build());
        }
        long[] shape = shape();
        return list.layer(output()).setInputType(shape.length == 1
                ? InputType.feedForward(shape[0])
                : InputType.convolutional(shape[1], shape[2], shape[0])).build();
    }

    /** A recurrent network over sequences of five features, with an output a step. */
    static MultiLayerNetwork recurrent(DataType type) {
        MultiLayerNetwork net = new MultiLayerNetwork(base(type, new Sgd(0.1)).list()
                .layer(new LSTM.Builder().nOut(3).build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nOut(CLASSES)
                        .build())
                .setInputType(InputType.recurrent(5)).build());
        net.init();
        return net;
    }

    static DenseLayer dense(int width) {
        return new DenseLayer.Builder().nOut(width).build();
    }

    static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nOut(CLASSES).build();
    }

    private static DenseLayer dense(int width, Activation activation) {
        return new DenseLayer.Builder().nOut(width).activation(activation).build();
    }
}
