package org.momo4j.core.metric;

import java.util.List;
import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/**
 * AdaBelief (MATH.md 7.4): s_k = β2 s_{k-1} + (1 − β2)(g_k − m_k)² + ε, D_k = diag(ε + sqrt(s_k/(1 − β2^k))): short steps
 * where a gradient surprises. m_k is the direction, whose weights must be (β1, 1 − β1). Source: Zhuang, Tang, Ding, Tatikonda,
 * Dvornek, Papademetris, Duncan, NeurIPS 2020, algorithm 2.
 *
 * @param beta2   β2 in [0, 1)
 * @param epsilon ε in (0, inf), in both places
 */
public record AdaBeliefMetric(double beta2, double epsilon) implements DiagonalMetric {
    /** Checks the ranges. */
    public AdaBeliefMetric {
        Ranges.requireBeta("beta2", beta2);
        Ranges.requirePositive("epsilon", epsilon);
    }

    @Override
    public List<String> statistics() {
        return List.of("s");
    }

    @Override
    public void form(MetricBlock block) {
        double correction = 1 - Math.pow(beta2, block.k());
        double[] g = block.gradient();
        double[] m = block.direction();
        double[] s = block.statistic(0);
        double[] diagonal = block.diagonal();
        for (int i = 0; i < block.count(); i++) {
            double surprise = g[i] - m[i];
            s[i] = beta2 * s[i] + (1 - beta2) * surprise * surprise + epsilon;
            diagonal[i] = epsilon + Math.sqrt(s[i] / correction);
        }
    }
}
