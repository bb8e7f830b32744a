package org.momo4j.lab.run;

import org.momo4j.lab.experiment.Training;

/**
 * Steps and passes over the examples. An epoch is the batches that fit whole into the examples; a step takes one of them, or as
 * many as are accumulated.
 *
 * @param batches    of an epoch, at least 1
 * @param accumulate batches a step
 */
public record Epochs(long batches, int accumulate) {
    /** The epochs of a run on so many examples. A batch that is larger than the data is all of them. */
    static Epochs of(int samples, Training training) {
        return new Epochs(Math.max(1, samples / training.batchSize()), training.accumulate());
    }

    /** Whole steps in an amount of work; at least one. */
    public long steps(Training.Length length) {
        return switch (length.unit()) {
            case STEPS -> length.amount();
            case EPOCHS -> Math.max(1, Math.multiplyExact(length.amount(), batches) / accumulate);
        };
    }

    /** Passes over the examples after so many steps. */
    public double at(long steps) {
        return (double) steps * accumulate / batches;
    }
}
