package org.momo4j.convex.problem;

/** φ(z, b) = ½ (1 − b z)_+² for b = ±1. */
public record SquaredHingeLoss() implements ScalarLoss {
    @Override
    public String name() {
        return "squared-hinge";
    }

    @Override
    public double value(double z, double b) {
        double missing = Math.max(0, 1 - b * z);
        return 0.5 * missing * missing;
    }

    @Override
    public double derivative(double z, double b) {
        return -b * Math.max(0, 1 - b * z);
    }

    @Override
    public double lipschitz() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double smoothness() {
        return 1;
    }

    @Override
    public boolean classifies() {
        return true;
    }
}
