package org.momo4j.testkit.model;

/**
 * What a step minimises: max{m_k(y), f*} + |y − x_k|²/(2 α) + λ/2 |y|² (MATH.md section 3, D = I).
 *
 * @param model  m_k
 * @param bound  f*
 * @param params x_k
 * @param rate   α
 * @param decay  λ
 */
record ProximalProblem(AveragedModel model, double bound, double[] params, double rate, double decay) {
    double value(double[] y) {
        double distance = 0;
        double norm = 0;
        for (int i = 0; i < y.length; i++) {
            distance += (y[i] - params[i]) * (y[i] - params[i]);
            norm += y[i] * y[i];
        }
        return Math.max(model.value(y), bound) + distance / (2 * rate) + decay / 2 * norm;
    }
}
