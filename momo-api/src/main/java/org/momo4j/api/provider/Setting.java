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
 * @param threads      how many threads a step may use, from 1; a step has the same bits with any number
 */
public record Setting(ParameterLayout layout, ElementType type, LearningRate learningRate, LowerBound lowerBound,
        RandomGenerator random, int threads) {
    /**
     * A setting.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public Setting {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1");
        }
    }

    /** A setting with one thread. */
    public Setting(ParameterLayout layout, ElementType type, LearningRate learningRate, LowerBound lowerBound,
            RandomGenerator random) {
        this(layout, type, learningRate, lowerBound, random, 1);
    }
}
