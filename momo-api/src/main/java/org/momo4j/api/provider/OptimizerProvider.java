package org.momo4j.api.provider;

import java.util.Optional;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.step.Optimizer;

/**
 * Provides an optimizer.
 *
 * @param <P> the record of hyper-parameters
 */
public interface OptimizerProvider<P> extends Provider<P> {
    /** The learning rate when none is given. */
    double defaultLearningRate();

    /**
     * Creates an optimizer.
     *
     * @throws IllegalArgumentException if hyper-parameters and setting do not go together, naming the value and what is
     *                                  allowed
     */
    Optimizer create(P hyperParameters, Setting setting);

    /**
     * The averaging by which MATH.md section 5 may judge this method: present only if the method takes the step of
     * section 3 with a fixed metric D = I and without decay. The verifier holds the method to its word.
     */
    default Optional<Averaging> verifiableAveraging(P hyperParameters) {
        return Optional.empty();
    }
}
