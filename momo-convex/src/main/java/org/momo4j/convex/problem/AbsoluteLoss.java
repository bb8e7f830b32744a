package org.momo4j.convex.problem;

/** φ(z, b) = |z − b|. */
public record AbsoluteLoss() implements ScalarLoss {
    @Override
    public String name() {
        return "absolute";
    }

    @Override
    public double value(double z, double b) {
        return Math.abs(z - b);
    }

    @Override
    public double derivative(double z, double b) {
        return Math.signum(z - b);
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
