package org.momo4j.api.objective;

/** A batch over an array that its owner may refill. */
record IndexArray(int[] indices) implements Batch {
    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public int index(int i) {
        return indices[i];
    }
}
