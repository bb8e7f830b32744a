package org.momo4j.core.kernel;

import java.util.List;
import org.momo4j.api.method.MetricBlock;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.FlatVector;

/**
 * Pass (a) of a step in a diagonal metric, block by block: what is done before and after the metric forms a block, whose
 * elements are those of the vectors from {@code at} on. {@link org.momo4j.api.method.DiagonalPreconditioner} is the definition.
 * Sums are double. An instance is confined to one thread.
 */
public interface DiagonalKernel {
    /**
     * Before the metric: fills the block with g, a d + b g as {@link org.momo4j.core.kernel.plain.Loops#combine} forms it, and the
     * statistics.
     */
    void load(double a, FlatVector d, double b, FlatVector g, List<FlatVector> statistics, MetricBlock block, long at);

    /**
     * After the metric: adds the inner products of the block, and writes D^-1 d.
     *
     * @throws NonFiniteStepException if the block is not {@linkplain MetricBlock#requireSound sound}
     */
    void sums(MetricBlock block, FlatVector x, FlatVector preconditioned, long at, InnerProducts sums);

    /** After the metric: writes the candidates of the statistics. */
    void store(MetricBlock block, List<FlatVector> candidates, long at);
}
