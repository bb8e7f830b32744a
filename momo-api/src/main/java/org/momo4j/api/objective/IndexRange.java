package org.momo4j.api.objective;

import java.util.Objects;

/** The indices 0 to size − 1. */
record IndexRange(int size) implements Batch {
    static final IndexRange UNKNOWN = new IndexRange(0);

    @Override
    public int index(int i) {
        return Objects.checkIndex(i, size);
    }
}
