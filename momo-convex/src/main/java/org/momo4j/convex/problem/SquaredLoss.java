package org.momo4j.convex.problem;

/** φ(z, b) = ½ (z − b)². */
public record SquaredLoss() implements ScalarLoss {
    @Override
    public String name() {
        return "squared";
    }

    @Override
    public double value(double z, double b) {
        return 0.5 * (z - b) * (z - b);
    }

    @Override
    public double derivative(double z, double b) {
        return z - b;
    }

    @Override
    public double lipschitz() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double smoothness() {
        return 1;
    }
}
