package org.momo4j.convex.problem;

import org.momo4j.api.objective.Batch;

/** What every objective asks of a batch. */
final class Batches {
    private Batches() {}

    /** The size of a batch that is not empty. */
    static int size(Batch batch) {
        int size = batch.size();
        if (size < 1) {
            throw new IllegalArgumentException("batch has " + size + " examples; at least 1 is needed");
        }
        return size;
    }
}
