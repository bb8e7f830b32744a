package org.momo4j.api.method;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.ElementType;

/**
 * Some neighbouring elements of a step, as plain arrays of double whatever the element type: what a {@link DiagonalMetric}
 * works on. The first {@link #count} elements of each array belong to the block; there is room for {@value #LENGTH}. One
 * object, refilled; confined to one thread.
 */
public final class MetricBlock {
    /** The most elements a block has: few enough that its arrays stay in the cache, enough that a call costs nothing. */
    public static final int LENGTH = 1024;

    private final double[] gradient = new double[LENGTH];
    private final double[] direction = new double[LENGTH];
    private final double[][] statistics;
    private final double[] diagonal = new double[LENGTH];
    private int count;
    private long k;
    private double rate;

    /** An empty block with room for so many statistics. */
    public MetricBlock(int statistics) {
        this.statistics = new double[statistics][LENGTH];
    }

    /**
     * Begins a block, whose arrays the caller fills next.
     *
     * @param step         the number of the step, from 1
     * @param learningRate α_k
     * @param elements     how many elements it has, at most {@value #LENGTH}
     */
    public void begin(long step, double learningRate, int elements) {
        k = step;
        rate = learningRate;
        count = elements;
    }

    /** How many elements there are. */
    public int count() {
        return count;
    }

    /** The number of the step, from 1. */
    public long k() {
        return k;
    }

    /** α_k. */
    public double rate() {
        return rate;
    }

    /** g_k; read-only. */
    public double[] gradient() {
        return gradient;
    }

    /** d_k, the averaged gradient; read-only. */
    public double[] direction() {
        return direction;
    }

    /** How many statistics there are. */
    public int statistics() {
        return statistics.length;
    }

    /** A statistic, counted from 0: of the step before when the metric is called, the candidate when it returns. */
    public double[] statistic(int j) {
        return statistics[j];
    }

    /** The diagonal of D_k, which the metric sets; every element positive. */
    public double[] diagonal() {
        return diagonal;
    }

    /**
     * Checks that statistics and diagonal, rounded to this type, are finite, and that the diagonal is positive.
     *
     * @throws NonFiniteStepException if not
     */
    public void requireSound(ElementType type) {
        for (int j = 0; j < statistics.length; j++) {
            for (int i = 0; i < count; i++) {
                requireFinite(k, "statistic of the metric", rounded(statistics[j][i], type));
            }
        }
        for (int i = 0; i < count; i++) {
            double element = requireFinite(k, "diagonal of the metric", rounded(diagonal[i], type));
            if (!(element > 0)) {
                throw new NonFiniteStepException(k, "norm in a metric with " + element + " on its diagonal",
                        Double.NaN);
            }
        }
    }

    private static double rounded(double value, ElementType type) {
        return type == ElementType.FLOAT64 ? value : (float) value;
    }
}
