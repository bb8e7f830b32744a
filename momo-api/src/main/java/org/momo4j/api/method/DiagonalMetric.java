package org.momo4j.api.method;

import java.util.List;

/**
 * A diagonal metric, written as a loop over the elements of a block: what the author of a method in Adam's family writes. Its
 * statistics are vectors like the parameters, zero before the first step. {@link DiagonalPreconditioner} makes a
 * preconditioner of it. Adam's metric:
 *
 * <pre>
 * DiagonalMetric adam = block -&gt; {
 *     double correction = 1 - Math.pow(beta2, block.k());
 *     double[] g = block.gradient();
 *     double[] v = block.statistic(0);
 *     double[] diagonal = block.diagonal();
 *     for (int i = 0; i &lt; block.count(); i++) {
 *         v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
 *         diagonal[i] = epsilon + Math.sqrt(v[i] / correction);
 *     }
 * };
 * </pre>
 *
 * It must be a function of the block alone and remember nothing: blocks come in any order and by several threads at once, and those of
 * a step that was refused come again.
 *
 * <p>
 * A loop like this one, over whole arrays at one index, is what the compiler makes vectors of. What it costs: a step in Adam's
 * metric written so takes two and a half times as long as one of {@code momo-adam}, which has a kernel of its own, while all
 * vectors lie in the cache, and three to four times beyond; a {@link Preconditioner} with plain loops of its own takes four to
 * five. A third of it are the roots and quotients in double. Memory: a second vector for each statistic, and one for D_k^-1 d. A
 * method that looks ahead has no fused passes, and takes two to three times as long again.
 */
@FunctionalInterface
public interface DiagonalMetric {
    /**
     * Forms the candidate of a block: replaces every element of the statistics, and sets every element of the diagonal.
     *
     * @param block gradient, direction and old statistics; room for the diagonal
     */
    void form(MetricBlock block);

    /** What the statistics are called in a saved state, in the order of {@link MetricBlock#statistic}. */
    default List<String> statistics() {
        return List.of("v");
    }
}
