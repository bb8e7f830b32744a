package org.momo4j.nn.samediff;

import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A perceptron with one hidden layer, whose loss is the mean cross-entropy, and data for it. */
final class Perceptron {
    static final int INPUTS = 6;
    static final int HIDDEN = 5;
    static final int CLASSES = 3;

    private Perceptron() {}

    static SameDiff graph(DataType type, long seed) {
        SameDiff graph = SameDiff.create();
        SDVariable input = graph.placeHolder("input", type, -1, INPUTS);
        SDVariable labels = graph.placeHolder("labels", type, -1, CLASSES);
        SDVariable hidden = graph.math.tanh(input.mmul(graph.var("W0", random(type, seed, INPUTS, HIDDEN)))
                .add(graph.var("b0", random(type, seed + 1, HIDDEN))));
        SDVariable logits = hidden.mmul(graph.var("W1", random(type, seed + 2, HIDDEN, CLASSES)))
                .add("logits", graph.var("b1", random(type, seed + 3, CLASSES)));
        graph.loss.softmaxCrossEntropy("loss", labels, logits, null);
        return graph;
    }

    private static INDArray random(DataType type, long seed, long... shape) {
        Random random = new Random(seed);
        INDArray array = Nd4j.create(type, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, random.nextGaussian() / 2);
        }
        return array;
    }

    static DataSet batch(DataType type, long seed, int size) {
        INDArray labels = Nd4j.create(type, size, CLASSES);
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            labels.putScalar(new long[]{i, random.nextInt(CLASSES)}, 1);
        }
        return new DataSet(random(type, seed, size, INPUTS), labels);
    }

    static SameDiffModel model(SameDiff graph) {
        return SameDiffModel.of(graph, "loss", "input", "labels");
    }
}
