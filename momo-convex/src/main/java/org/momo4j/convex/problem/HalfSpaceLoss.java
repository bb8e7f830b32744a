package org.momo4j.convex.problem;

/** φ(z, b) = (z − b)_+: the distance from a half-space {z ≤ b}, if the row has length 1. */
public record HalfSpaceLoss() implements ScalarLoss {
    @Override
    public String name() {
        return "half-space";
    }

    @Override
    public double value(double z, double b) {
        return Math.max(0, z - b);
    }

    @Override
    public double derivative(double z, double b) {
        return z > b ? 1 : 0;
    }

    @Override
    public double lipschitz() {
        return 1;
    }

    @Override
    public double smoothness() {
        return Double.POSITIVE_INFINITY;
    }
}
