package org.momo4j.nn.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.momo4j.api.step.Optimizer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** A program, not a test: the time of a step of an MLP 784-100-100-10 at a batch of 128, float32. */
final class StepSpeed {
    private static final int STEPS = 300;

    private StepSpeed() {}

    static String measure() {
        MultiLayerNetwork net = net();
        Dl4jModel model = Dl4jModel.of(net);
        Optimizer momo = Optimizers.momo(model);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 128, 10);
        for (int i = 0; i < 128; i++) {
            labels.putScalar(i, i % 10, 1);
        }
        DataSet batch = new DataSet(Nd4j.rand(DataType.FLOAT, 128, 784), labels);
        double pass = milliseconds(() -> model.sample(batch));
        double loop = milliseconds(() -> momo.step(model.params(), model.sample(batch)));
        model.trainWith(momo);
        double fit = milliseconds(() -> net.fit(batch));
        MultiLayerNetwork theirs = net();
        double sgd = milliseconds(() -> theirs.fit(batch));
        return String.format(java.util.Locale.ROOT,
                "median ms: pass %.2f, pass and step %.2f, fit with MoMo %.2f, fit with DL4J's Sgd %.2f", pass, loop,
                fit,
                sgd);
    }

    private static MultiLayerNetwork net() {
        MultiLayerNetwork net = new MultiLayerNetwork(Nets.base(DataType.FLOAT, new Sgd(0.01)).list()
                .layer(new DenseLayer.Builder().nOut(100).activation(Activation.RELU).build())
                .layer(new DenseLayer.Builder().nOut(100).activation(Activation.RELU).build())
                .layer(new org.deeplearning4j.nn.conf.layers.OutputLayer.Builder().activation(Activation.SOFTMAX)
                        .nOut(10)
                        .lossFunction(org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction.MCXENT).build())
                .setInputType(InputType.feedForward(784)).build());
        net.init();
        return net;
    }

    private static double milliseconds(Runnable step) {
        double[] times = new double[STEPS];
        for (int i = -STEPS; i < STEPS; i++) {
            long from = System.nanoTime();
            step.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - from) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[STEPS / 2];
    }
}
