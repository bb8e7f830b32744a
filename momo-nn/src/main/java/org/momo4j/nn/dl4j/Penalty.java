package org.momo4j.nn.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Trainable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.Regularization.ApplyStep;

/**
 * A penalty on a tensor that the network was built with: part of DL4J's score, and not yet of its gradient.
 *
 * @param tensor on which
 * @param term   l1 or l2
 */
record Penalty(Dl4jTensor tensor, Regularization term) {
    /**
     * All penalties on trained tensors.
     *
     * @throws IllegalArgumentException if there is a weight decay, which is no gradient of anything in the score
     */
    static List<Penalty> of(Dl4jTensors tensors) {
        List<Penalty> penalties = tensors.of(Dl4jTensor.Kind.TRAINED)
                .flatMap(tensor -> terms(tensor.owner(), tensor.key()).stream().map(term -> new Penalty(tensor, term)))
                .toList();
        penalties.stream().filter(penalty -> penalty.term.applyStep() != ApplyStep.BEFORE_UPDATER).findFirst()
                .ifPresent(penalty -> {
                    throw new IllegalArgumentException("parameter \"" + penalty.tensor.name() + "\" has "
                            + penalty.term.getClass().getSimpleName() + ", which DL4J's updaters apply, not the loss;"
                            + " build the network without it, and give the optimizer a weight decay");
                });
        return penalties;
    }

    /** Adds the gradient of this penalty. */
    void addGradient(INDArray gradients, Net net) {
        INDArray gradient = gradients.reshape(gradients.length())
                .get(org.nd4j.linalg.indexing.NDArrayIndex.interval(tensor.offset(), tensor.offset() + tensor.size()))
                .reshape(tensor.array().ordering(), tensor.array().shape());
        term.apply(tensor.array(), gradient, 1, net.iteration(), net.epoch());
    }

    private static List<Regularization> terms(Trainable owner, String key) {
        List<Regularization> terms = owner.getConfig().getRegularizationByParam(key);
        return terms == null ? List.of() : terms;
    }
}
