package org.momo4j.core.metric;

import java.util.List;
import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/**
 * AdaGrad (MATH.md 7.2): G_k = G_{k-1} + g_k², D_k = diag(ε + sqrt(G_k)), which never decreases. Source: Duchi, Hazan,
 * Singer, JMLR 12, 2011, the diagonal matrices of section 1.1.
 *
 * @param epsilon ε in (0, inf)
 */
public record AdaGradMetric(double epsilon) implements DiagonalMetric {
    /** Checks the range. */
    public AdaGradMetric {
        Ranges.requirePositive("epsilon", epsilon);
    }

    @Override
    public List<String> statistics() {
        return List.of("squares");
    }

    @Override
    public void form(MetricBlock block) {
        double[] g = block.gradient();
        double[] squares = block.statistic(0);
        double[] diagonal = block.diagonal();
        for (int i = 0; i < block.count(); i++) {
            squares[i] += g[i] * g[i];
            diagonal[i] = epsilon + Math.sqrt(squares[i]);
        }
    }
}
