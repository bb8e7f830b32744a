package org.momo4j.api.objective;

/** The examples of one step: indices into the samples of an objective, repetitions allowed. */
public interface Batch {
    /** Number of examples. */
    int size();

    /** Index of example {@code i}, for i in [0, size()). */
    int index(int i);

    /** Nobody knows which examples: size 0. */
    static Batch unknown() {
        return IndexRange.UNKNOWN;
    }

    /** All examples of an objective with this many samples, in order. */
    static Batch all(int samples) {
        return new IndexRange(samples);
    }

    /** These examples, in this order. The array is not copied, so that a sampler can refill it. */
    static Batch of(int... indices) {
        return new IndexArray(indices);
    }
}
