package org.momo4j.examples.tutorials;

import java.util.List;
import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/**
 * D_k = diag(ε + |d_k|): where the cap acts, a step of Signum (Bernstein, Wang, Azizzadenesheli, Anandkumar, ICML 2018).
 *
 * @param epsilon ε, positive, small beside the elements of d_k that matter
 */
public record SignMetric(double epsilon) implements DiagonalMetric {
    @Override
    public List<String> statistics() {
        return List.of(); // it remembers nothing
    }

    @Override
    public void form(MetricBlock block) {
        double[] d = block.direction();
        double[] diagonal = block.diagonal();
        for (int i = 0; i < block.count(); i++) {
            diagonal[i] = epsilon + Math.abs(d[i]);
        }
    }
}
