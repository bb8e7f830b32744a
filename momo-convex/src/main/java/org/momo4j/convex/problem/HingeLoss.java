package org.momo4j.convex.problem;

/** φ(z, b) = (1 − b z)_+ for b = ±1. */
public record HingeLoss() implements ScalarLoss {
    @Override
    public String name() {
        return "hinge";
    }

    @Override
    public double value(double z, double b) {
        return Math.max(0, 1 - b * z);
    }

    @Override
    public double derivative(double z, double b) {
        return 1 - b * z > 0 ? -b : 0;
    }

    @Override
    public double lipschitz() {
        return 1;
    }

    @Override
    public double smoothness() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean classifies() {
        return true;
    }
}
