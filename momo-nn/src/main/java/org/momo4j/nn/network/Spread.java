package org.momo4j.nn.network;

import org.momo4j.api.objective.Batch;

/**
 * Some of {@code part} examples that are evenly spread over {@code all}: the data may be sorted.
 *
 * @param all  how many examples there are
 * @param part how many of them are looked at
 * @param from the first of this batch, among those
 * @param size how many of those
 */
record Spread(int all, int part, int from, int size) implements Batch {
    @Override
    public int index(int i) {
        return (int) ((long) (from + i) * all / part);
    }
}
