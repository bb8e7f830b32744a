package org.momo4j.testkit.method;

import org.momo4j.api.method.Model;

/** A model of given numbers. */
record PlainModel(long k, double loss, double lossAverage, double gamma, double rho, double directionDotParams,
        double decayedDirectionDotParams, double directionNormSquared) implements Model {

    /** The model of an optimizer without momentum, at a loss with ⟨g, x⟩ proportional to it. */
    static PlainModel at(long k, double loss, double normSquared) {
        return new PlainModel(k, loss, loss, 0.75 * loss, 1, 0.75 * loss, 0.75 * loss, normSquared);
    }

    /** Losses that fall, with a little noise, as training does. */
    static PlainModel falling(long k) {
        double loss = 4 * Math.pow(0.9, k) * (1 + 0.2 * Math.sin(k)) + 0.01;
        return new PlainModel(k, loss, 1.05 * loss, 0.5 * loss, 1 - Math.pow(0.9, k), 0.45 * loss, 0.4 * loss,
                2 * loss);
    }

    /** The step size of MATH.md section 3 without a cap. */
    double stepSize(double bound) {
        double excess = Math.max(0, h() - rho * bound);
        return directionNormSquared == 0 ? 0 : excess / directionNormSquared;
    }
}
