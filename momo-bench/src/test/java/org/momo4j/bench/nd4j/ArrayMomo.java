package org.momo4j.bench.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** MATH.md sections 2 and 3, for D = I, λ = 0, f* = 0, averages started at the first sample. */
final class ArrayMomo {
    private static final double BETA = 0.9;

    private final ArrayAlgebra algebra;
    private final double alpha;
    private final INDArray d;
    private double lossAverage;
    private double gamma;
    private boolean begun;

    /** With learning rate α, and d in an array of zeros. */
    ArrayMomo(ArrayAlgebra algebra, double alpha, INDArray d) {
        this.algebra = algebra;
        this.alpha = alpha;
        this.d = d;
    }

    /** One step; returns τ. */
    double step(INDArray x, INDArray g, double loss) {
        double a = begun ? BETA : 0;
        double b = 1 - a;
        algebra.average(a, d, b, g);
        lossAverage = a * lossAverage + b * loss;
        gamma = a * gamma + b * algebra.dot(g, x);
        double t = Math.max(0, lossAverage - gamma + algebra.dot(d, x)) / algebra.dot(d, d);
        double tau = Math.min(alpha, t);
        algebra.move(x, tau, d);
        begun = true;
        return tau;
    }
}
