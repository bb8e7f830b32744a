package org.momo4j.core.metric;

import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/**
 * RMSProp (MATH.md 7.1): v_k = β2 v_{k-1} + (1 − β2) g_k², D_k = diag(ε + sqrt(v_k)). Adam's metric without the correction
 * for v_0 = 0, so that the first steps are longer by up to (1 − β2)^(-1/2). Source: Tieleman and Hinton, Neural Networks for
 * Machine Learning, lecture 6.5, 2012; ε as in common libraries.
 *
 * @param beta2   β2 in [0, 1)
 * @param epsilon ε in (0, inf)
 */
public record RmsPropMetric(double beta2, double epsilon) implements DiagonalMetric {
    /** Checks the ranges. */
    public RmsPropMetric {
        Ranges.requireBeta("beta2", beta2);
        Ranges.requirePositive("epsilon", epsilon);
    }

    @Override
    public void form(MetricBlock block) {
        double[] g = block.gradient();
        double[] v = block.statistic(0);
        double[] diagonal = block.diagonal();
        for (int i = 0; i < block.count(); i++) {
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            diagonal[i] = epsilon + Math.sqrt(v[i]);
        }
    }
}
