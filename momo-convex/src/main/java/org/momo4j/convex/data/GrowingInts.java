package org.momo4j.convex.data;

import java.util.Arrays;

/** Whole numbers appended one by one, without a box for each. */
final class GrowingInts {
    private int[] values = new int[1024];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(2, size));
        }
        values[size++] = value;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
