package org.momo4j.convex.problem;

/** φ(z, b) = log(1 + exp(−b z)) for b = ±1, without overflow or cancellation at any margin. */
public record LogisticLoss() implements ScalarLoss {
    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public double value(double z, double b) {
        return Math.max(0, -b * z) + logOnePlus(Math.exp(-Math.abs(z)));
    }

    @Override
    public double derivative(double z, double b) {
        double e = Math.exp(-Math.abs(z));
        return -b * (b * z >= 0 ? e : 1) / (1 + e);
    }

    @Override
    public double lipschitz() {
        return 1;
    }

    @Override
    public double smoothness() {
        return 0.25;
    }

    @Override
    public boolean classifies() {
        return true;
    }

    @Override
    public double evaluate(double z, double b, double[] derivativeOut) {
        double e = Math.exp(-Math.abs(z));
        derivativeOut[0] = -b * (b * z >= 0 ? e : 1) / (1 + e);
        return Math.max(0, -b * z) + logOnePlus(e);
    }

    /**
     * log(1 + e) for e in [0, 1]. The rounding of u = 1 + e is taken back by the factor e/(u − 1) (Kahan); three times
     * as fast as Math.log1p.
     */
    private static double logOnePlus(double e) {
        double u = 1 + e;
        return u == 1 ? e : Math.log(u) * (e / (u - 1));
    }
}
