package org.momo4j.core.pass;

import org.momo4j.core.kernel.InnerProducts;

/** All inner products that a step needs, formed by pass (a); one object, refilled every step. */
public final class Sums {
    private double gradientDotParams;
    private double directionDotParams;
    private double absoluteDirectionDotParams;
    private double decayedDirectionDotParams;
    private double directionNormSquared;
    private double decayedDirectionNormSquared;

    /** Begins a step: all sums are zero. */
    void begin() {
        gradientDotParams = 0;
        directionDotParams = 0;
        absoluteDirectionDotParams = 0;
        decayedDirectionDotParams = 0;
        directionNormSquared = 0;
        decayedDirectionNormSquared = 0;
    }

    /**
     * Adds group i.
     *
     * @param group     its inner products
     * @param scale     c_i
     * @param shrinkage 1 + c_i α λ_i
     */
    void add(InnerProducts group, double scale, double shrinkage) {
        gradientDotParams += group.gradientDotParams();
        directionDotParams += group.directionDotParams();
        absoluteDirectionDotParams += group.absoluteDirectionDotParams();
        decayedDirectionDotParams += group.directionDotParams() / shrinkage;
        directionNormSquared += scale * group.directionNormSquared();
        decayedDirectionNormSquared += scale * group.directionNormSquared() / shrinkage;
    }

    /** ⟨g_k, x_k⟩. */
    public double gradientDotParams() {
        return gradientDotParams;
    }

    /** ⟨d_k, x_k⟩. */
    public double directionDotParams() {
        return directionDotParams;
    }

    /** Σ |d_j x_j|: the scale of the rounding noise in ⟨d_k, x_k⟩. */
    public double absoluteDirectionDotParams() {
        return absoluteDirectionDotParams;
    }

    /** Σ_i ⟨d_i, x_i⟩/(1 + c_i α λ_i). */
    public double decayedDirectionDotParams() {
        return decayedDirectionDotParams;
    }

    /** Σ_i c_i |d_i|² in D_i^-1. */
    public double directionNormSquared() {
        return directionNormSquared;
    }

    /** Σ_i c_i |d_i|² in D_i^-1, each divided by 1 + c_i α λ_i. */
    public double decayedDirectionNormSquared() {
        return decayedDirectionNormSquared;
    }
}
