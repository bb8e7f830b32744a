package org.momo4j.core.kernel;

/** The inner products of a step with D = I on one range; one object, refilled. */
public final class EuclideanSums {
    private double gradientDotParams;
    private double directionDotParams;
    private double absoluteDirectionDotParams;
    private double directionNormSquared;

    void set(double gx, double dx, double absoluteDx, double dd) {
        gradientDotParams = gx;
        directionDotParams = dx;
        absoluteDirectionDotParams = absoluteDx;
        directionNormSquared = dd;
    }

    /** ⟨g, x⟩. */
    public double gradientDotParams() {
        return gradientDotParams;
    }

    /** ⟨d, x⟩. */
    public double directionDotParams() {
        return directionDotParams;
    }

    /** Σ |d_i x_i|. */
    public double absoluteDirectionDotParams() {
        return absoluteDirectionDotParams;
    }

    /** |d|². */
    public double directionNormSquared() {
        return directionNormSquared;
    }
}
