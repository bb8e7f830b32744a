package org.momo4j.lab.run.sample;

import org.momo4j.api.vector.FlatVector;

/**
 * Keeps gradients from being too long.
 *
 * @param limit the largest norm; infinity for none
 */
record Clipping(double limit) {
    /** min(1, limit/|g|); 1 for a gradient that is not finite, which is not for clipping to hide. */
    double factor(FlatVector gradient) {
        if (limit == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double norm = Norm.of(gradient);
        return norm > limit && norm < Double.POSITIVE_INFINITY ? limit / norm : 1;
    }

    /** Multiplies a vector. */
    static void scale(FlatVector vector, double factor) {
        if (factor < 1) {
            for (long i = 0; i < vector.size(); i++) {
                vector.set(i, factor * vector.get(i));
            }
        }
    }
}
