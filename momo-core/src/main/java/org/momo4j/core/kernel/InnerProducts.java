package org.momo4j.core.kernel;

/** The inner products of a step on one range; one object, refilled. */
public final class InnerProducts {
    private double gradientDotParams;
    private double directionDotParams;
    private double absoluteDirectionDotParams;
    private double directionNormSquared;
    private double largestSquare;

    /** Sets the four sums, and no square. */
    public void set(double gx, double dx, double absoluteDx, double dd) {
        gradientDotParams = gx;
        directionDotParams = dx;
        absoluteDirectionDotParams = absoluteDx;
        directionNormSquared = dd;
        largestSquare = 0;
    }

    /** Takes part in the maximum of the squares-to-be. */
    public void square(double largest) {
        largestSquare = Math.max(largestSquare, largest);
    }

    /** Adds to the four sums. */
    public void add(double gx, double dx, double absoluteDx, double dd) {
        gradientDotParams += gx;
        directionDotParams += dx;
        absoluteDirectionDotParams += absoluteDx;
        directionNormSquared += dd;
    }

    /** All zero. */
    public void clear() {
        set(0, 0, 0, 0);
    }

    /** Adds those of another range. */
    public void add(InnerProducts other) {
        add(other.gradientDotParams, other.directionDotParams, other.absoluteDirectionDotParams,
                other.directionNormSquared);
        square(other.largestSquare);
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

    /** |d|² in D^-1. */
    public double directionNormSquared() {
        return directionNormSquared;
    }

    /** max v_i, of a metric that averages squares; not finite if a square overflowed. */
    public double largestSquare() {
        return largestSquare;
    }
}
