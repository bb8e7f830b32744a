package org.momo4j.testkit.method;

import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.Subject;

/**
 * A subject in one element type.
 *
 * @param subject the method and its settings
 * @param type    the element type of the parameters
 */
public record MomentumMethodTrial(MomentumMethodSubject subject, ElementType type) implements Subject {
    @Override
    public String name() {
        return subject.name() + ", " + type;
    }

    /** A fresh method for two tensors, a matrix and a vector. */
    MomentumMethod create() {
        return subject.create().apply(
                ParameterLayout.builder().tensor("w", 5, 6).tensor("b", Metric.DIMENSION - 30).build(), type);
    }

    /** Rounding error allowed to a sum of a few dozen products, relative to its terms. */
    double rounding() {
        return type == ElementType.FLOAT64 ? 1e-12 : 1e-5;
    }
}
