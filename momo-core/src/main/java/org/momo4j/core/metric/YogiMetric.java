package org.momo4j.core.metric;

import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/**
 * Yogi (MATH.md 7.5): v_k = v_{k-1} − (1 − β2) sign(v_{k-1} − g_k²) g_k², D_k = diag(ε + sqrt(v_k/(1 − β2^k))). One step changes
 * v by (1 − β2) g_k² at most, where Adam forgets a share of v however small the gradient. Source: Zaheer, Reddi, Sachan, Kale,
 * Kumar, NeurIPS 2018, algorithm 2; the correction for v_0 = 0, which the paper leaves out, is that of optax.
 *
 * @param beta2   β2 in [0, 1)
 * @param epsilon ε in (0, inf)
 */
public record YogiMetric(double beta2, double epsilon) implements DiagonalMetric {
    /** Checks the ranges. */
    public YogiMetric {
        Ranges.requireBeta("beta2", beta2);
        Ranges.requirePositive("epsilon", epsilon);
    }

    @Override
    public void form(MetricBlock block) {
        double correction = 1 - Math.pow(beta2, block.k());
        double[] g = block.gradient();
        double[] v = block.statistic(0);
        double[] diagonal = block.diagonal();
        for (int i = 0; i < block.count(); i++) {
            double square = g[i] * g[i];
            v[i] -= (1 - beta2) * Math.signum(v[i] - square) * square;
            diagonal[i] = epsilon + Math.sqrt(v[i] / correction);
        }
    }
}
