package org.momo4j.api.method;

/** A schedule: the learning rate α_k as a function of the step. Remembers nothing. */
@FunctionalInterface
public interface LearningRate {
    /**
     * α_k.
     *
     * @param k the number of the step, from 1
     * @return positive; may be {@link Double#POSITIVE_INFINITY} for a method that treats it as a cap
     */
    double at(long k);
}
