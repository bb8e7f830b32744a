package org.momo4j.core.momo;

/** All inner products that a step needs, formed by pass (a); one object, refilled every step. */
final class Sums {
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

    /** Adds a part of ⟨g_k, x_k⟩. */
    void addGradient(double dot) {
        gradientDotParams += dot;
    }

    /**
     * Adds group i.
     *
     * @param dot         ⟨d_i, x_i⟩
     * @param absoluteDot Σ |d_j x_j| over the group
     * @param normSquared |d_i|² in D_i^-1
     * @param scale       c_i
     * @param shrinkage   1 + c_i α λ_i
     */
    void add(double dot, double absoluteDot, double normSquared, double scale, double shrinkage) {
        directionDotParams += dot;
        absoluteDirectionDotParams += absoluteDot;
        decayedDirectionDotParams += dot / shrinkage;
        directionNormSquared += scale * normSquared;
        decayedDirectionNormSquared += scale * normSquared / shrinkage;
    }

    /** ⟨g_k, x_k⟩. */
    double gradientDotParams() {
        return gradientDotParams;
    }

    /** ⟨d_k, x_k⟩. */
    double directionDotParams() {
        return directionDotParams;
    }

    /** Σ |d_j x_j|: the scale of the rounding noise in ⟨d_k, x_k⟩. */
    double absoluteDirectionDotParams() {
        return absoluteDirectionDotParams;
    }

    /** Σ_i ⟨d_i, x_i⟩/(1 + c_i α λ_i). */
    double decayedDirectionDotParams() {
        return decayedDirectionDotParams;
    }

    /** Σ_i c_i |d_i|² in D_i^-1. */
    double directionNormSquared() {
        return directionNormSquared;
    }

    /** Σ_i c_i |d_i|² in D_i^-1, each divided by 1 + c_i α λ_i. */
    double decayedDirectionNormSquared() {
        return decayedDirectionNormSquared;
    }
}
