package org.momo4j.nn.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Assessment;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Loss and accuracy from what comes out of a network, without a second forward pass.
 *
 * @param loss the loss function that the network was built with
 * @param clip outputs are kept in [clip, 1 − clip], as that loss does in training; 0 if it does not
 */
record Output(ILossFunction loss, double clip) {
    /**
     * The output of a classifier.
     *
     * @throws IllegalArgumentException if the network is none that this class understands
     */
    static Output of(Net net) {
        List<Layer> outputs = net.outputs();
        if (outputs.size() != 1 || net.inputCount() != 1) {
            throw new IllegalArgumentException("the network has " + net.inputCount() + " inputs and " + outputs.size()
                    + " outputs; an objective needs one of each");
        }
        return switch (outputs.getFirst().conf().getLayer()) {
            case OutputLayer layer -> of(layer.getLossFn(), layer.getActivationFn());
            case LossLayer layer -> of(layer.getLossFn(), layer.getActivationFn());
            case org.deeplearning4j.nn.conf.layers.Layer layer -> throw new IllegalArgumentException(
                    "the network ends in a " + layer.getClass().getSimpleName()
                            + "; an objective needs an OutputLayer or a LossLayer");
        };
    }

    private static Output of(ILossFunction loss, IActivation activation) {
        boolean clipped = loss instanceof LossMCXENT && activation instanceof ActivationSoftmax;
        return new Output(loss, clipped ? ((LossMCXENT) loss).getSoftmaxClipEps() : 0);
    }

    /** What these outputs are worth; overwrites them. */
    Assessment assess(INDArray outputs, INDArray labels, int[] classes) {
        INDArray rows = outputs.ordering() == 'c' ? outputs : outputs.dup('c');
        FlatVector values = Nd4jVectors.of(rows);
        int correct = correct(values, (int) rows.size(1), classes, (int) rows.size(0));
        if (clip > 0) {
            for (long i = 0; i < values.size(); i++) {
                values.set(i, Math.clamp(values.get(i), clip, 1 - clip));
            }
        }
        FlatVector losses = Nd4jVectors.of(loss.computeScoreArray(labels, rows, new ActivationIdentity(), null));
        double sum = 0;
        for (long i = 0; i < losses.size(); i++) {
            sum += losses.get(i);
        }
        return new Assessment(sum, correct);
    }

    private static int correct(FlatVector values, int columns, int[] classes, int count) {
        int correct = 0;
        for (int i = 0; i < count; i++) {
            long row = (long) i * columns;
            double own = values.get(row + classes[i]);
            boolean best = true;
            for (int j = 0; j < columns; j++) { // with NaN, nothing is best
                double other = values.get(row + j);
                best &= j < classes[i] ? own > other : own >= other;
            }
            correct += best ? 1 : 0;
        }
        return correct;
    }
}
