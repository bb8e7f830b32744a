package org.momo4j.lab.experiment;

import org.momo4j.api.vector.ElementType;

/**
 * How a run trains, and what is looked at.
 *
 * @param type        of parameters and gradients
 * @param batchSize   examples a batch
 * @param sampling    how batches are drawn
 * @param accumulate  batches whose gradients are averaged for one step
 * @param clip        the largest norm of a gradient; a larger one is scaled down, loss and bound with it (the weight of the
 *                    sample); infinity for none
 * @param length      how long
 * @param evaluations when the objective is evaluated, besides before the first step and after the last
 * @param stopping    when the run ends before its length
 * @param diagnostics steps whose reports are kept, at most: first, last and extremes among them
 * @param threads     threads a step may use
 */
public record Training(ElementType type, int batchSize, Sampling sampling, int accumulate, double clip, Length length,
        EvaluationGrid evaluations, Stopping stopping, int diagnostics, int threads) {
    /** How batches are drawn. */
    public enum Sampling {
        /** Every example once an epoch, in an order of its own; an incomplete last batch is dropped. */
        SHUFFLE,
        /** Each example independently: what the theory assumes. */
        WITH_REPLACEMENT
    }

    /**
     * An amount of work.
     *
     * @param amount how much, at least 1
     * @param unit   of what
     */
    public record Length(long amount, Unit unit) {}

    /** What work is counted in. */
    public enum Unit {
        /** Passes over all examples. */
        EPOCHS,
        /** Steps of the optimizer. */
        STEPS
    }

    /**
     * When the objective is evaluated.
     *
     * @param kind   how the steps between two evaluations grow
     * @param amount of {@link Kind#REGULAR}: an evaluation every so many {@code unit}s; of {@link Kind#GEOMETRIC}: how many
     *               evaluations in all
     * @param unit   of a regular grid
     */
    public record EvaluationGrid(Kind kind, long amount, Unit unit) {
        /** Kinds of grids. */
        public enum Kind {
            /** At equal distances. */
            REGULAR,
            /** At steps that grow by a factor: for log-log axes. */
            GEOMETRIC
        }
    }

    /**
     * When a run ends early; what is not wanted is infinite or zero.
     *
     * @param gap          ends when f(x) − f* is at most this; 0 for never; needs an objective whose optimum is known
     * @param gradientNorm ends when the norm of the full gradient is at most this; 0 for never
     * @param patience     ends after so many evaluations without a new lowest loss; 0 for never
     * @param seconds      ends after so many seconds of optimisation; infinity for never
     */
    public record Stopping(double gap, double gradientNorm, int patience, double seconds) {
        /** Never. */
        public static final Stopping NEVER = new Stopping(0, 0, 0, Double.POSITIVE_INFINITY);
    }
}
