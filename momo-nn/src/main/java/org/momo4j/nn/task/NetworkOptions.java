package org.momo4j.nn.task;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.nn.network.DecayOf;

/**
 * Hyper-parameters of all training tasks. An evaluation looks at 10,000 training examples unless told otherwise: as many as the usual
 * validation sets have. To look at all 50,000 or 60,000 of the large sets after each epoch would take half as long as the epoch, and
 * would say the training loss a little more exactly than its spread over seeds is wide. Validation examples are looked at all.
 *
 * @param engine             what computes the network
 * @param decay              which parameters the optimizer's weight decay is for
 * @param evaluationExamples how many training examples an evaluation looks at, evenly spread over all
 */
public record NetworkOptions(
        @HyperParameter(value = "what computes the network; dl4j can do the perceptrons alone", byDefault = "djl") EngineName engine,
        @HyperParameter(value = "which parameters weight decay is for; weights: no biases, no normalisation", byDefault = "weights") DecayOf decay,
        @HyperParameter(value = "an evaluation looks at so many training examples, or at all if they are fewer", byDefault = "10000", range = "[1, inf)") int evaluationExamples) {}
