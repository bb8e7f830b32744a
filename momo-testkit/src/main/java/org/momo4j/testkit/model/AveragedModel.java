package org.momo4j.testkit.model;

import org.momo4j.api.method.Averaging;

/** m_k(y) = (f̄_k + ⟨d_k, y⟩ − γ_k)/ρ_k by the definitions of MATH.md section 2, in plain arrays. */
final class AveragedModel {
    private final Averaging averaging;
    private final double[] direction;
    private double lossAverage;
    private double gamma;
    private double rho;
    private long k;

    AveragedModel(Averaging averaging, int dimension) {
        this.averaging = averaging;
        direction = new double[dimension];
    }

    void observe(double loss, double[] gradient, double[] params) {
        k++;
        double a = averaging.a(k);
        double b = averaging.b(k);
        double product = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = a * direction[i] + b * gradient[i];
            product += gradient[i] * params[i];
        }
        lossAverage = a * lossAverage + b * loss;
        gamma = a * gamma + b * product;
        rho = a * rho + b;
    }

    double value(double[] y) {
        double product = 0;
        for (int i = 0; i < direction.length; i++) {
            product += direction[i] * y[i];
        }
        return (lossAverage + product - gamma) / rho;
    }
}
