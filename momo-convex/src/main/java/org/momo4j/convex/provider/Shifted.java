package org.momo4j.convex.provider;

import org.momo4j.api.objective.Optimum;

/** The optimum of a function plus a constant. */
final class Shifted {
    private Shifted() {}

    static Optimum by(double shift, Optimum optimum) {
        return new Optimum(optimum.value() + shift, optimum.minimiser(), optimum.certificate());
    }
}
