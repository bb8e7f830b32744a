package org.momo4j.core.metric;

import java.util.List;
import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/**
 * AMSGrad (MATH.md 7.3): Adam's v_k, of which the largest so far is taken, u_k = max(u_{k-1}, v_k/(1 − β2^k)), D_k = diag(ε +
 * sqrt(u_k)), which never decreases. Source: Reddi, Kale, Kumar, ICLR 2018, who correct no bias. Here, as in optax, the
 * largest of the corrected values is taken; PyTorch corrects the largest value, which lets D_k fall again.
 *
 * @param beta2   β2 in [0, 1)
 * @param epsilon ε in (0, inf)
 */
public record AmsGradMetric(double beta2, double epsilon) implements DiagonalMetric {
    /** Checks the ranges. */
    public AmsGradMetric {
        Ranges.requireBeta("beta2", beta2);
        Ranges.requirePositive("epsilon", epsilon);
    }

    @Override
    public List<String> statistics() {
        return List.of("v", "largest");
    }

    @Override
    public void form(MetricBlock block) {
        double correction = 1 - Math.pow(beta2, block.k());
        double[] g = block.gradient();
        double[] v = block.statistic(0);
        double[] largest = block.statistic(1);
        double[] diagonal = block.diagonal();
        for (int i = 0; i < block.count(); i++) {
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            largest[i] = Math.max(largest[i], v[i] / correction);
            diagonal[i] = epsilon + Math.sqrt(largest[i]);
        }
    }
}
