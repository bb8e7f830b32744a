package org.momo4j.api.provider;

import java.util.random.RandomGenerator;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;

/**
 * What an optimizer is given besides its own hyper-parameters.
 *
 * @param layout       the parameters
 * @param type         their element type
 * @param learningRate α_k
 * @param lowerBound   the lower bound of the loss; used by methods that need one
 * @param random       a stream of its own for methods that draw random numbers
 */
public record Setting(ParameterLayout layout, ElementType type, LearningRate learningRate, LowerBound lowerBound,
        RandomGenerator random) {}
