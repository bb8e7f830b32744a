package org.momo4j.api.provider;

import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;

/**
 * Provides a momentum method, which MoMo turns into an optimizer: the shortest way to a new one. Weight decay, learning
 * rate and lower bound come with MoMo.
 *
 * @param <P> the record of hyper-parameters
 */
public interface MomentumMethodProvider<P> extends Provider<P> {
    /** The learning rate when none is given. */
    default double defaultLearningRate() {
        return 1;
    }

    /** Creates the parts of the method for parameters of this layout and type. */
    MomentumMethod create(P hyperParameters, ParameterLayout layout, ElementType type);

    /**
     * Whether the metric is the identity at every step, so that MATH.md section 5 applies and the verifier judges the
     * method. It varies hyper-parameters called {@code beta} (a number) and {@code averaging} (an enum), and leaves all
     * others at their defaults.
     */
    default boolean fixedIdentityMetric(P hyperParameters) {
        return false;
    }
}
