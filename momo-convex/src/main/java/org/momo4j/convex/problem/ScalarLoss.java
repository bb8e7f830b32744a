package org.momo4j.convex.problem;

/**
 * A convex loss φ(z, b) of a prediction z and a target b. Stateless.
 */
public interface ScalarLoss {
    /** The name that reports use. */
    String name();

    /** φ(z, b), at least 0. */
    double value(double z, double b);

    /** A subgradient of φ(., b) at z: at a kink one end of the subdifferential, or 0. */
    double derivative(double z, double b);

    /** The smallest c with |φ'(z, b)| ≤ c for all z; infinite if there is none. */
    double lipschitz();

    /** The Lipschitz constant of φ'(., b); infinite if there is none. */
    double smoothness();

    /** Whether b is the sign of a class, so that accuracy means something. */
    default boolean classifies() {
        return false;
    }

    /**
     * Value and derivative at once: for losses whose two formulas share an expensive part.
     *
     * @param derivativeOut its element 0 receives the derivative
     * @return the value
     */
    default double evaluate(double z, double b, double[] derivativeOut) {
        derivativeOut[0] = derivative(z, b);
        return value(z, b);
    }
}
