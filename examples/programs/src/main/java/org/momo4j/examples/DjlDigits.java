package org.momo4j.examples;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import java.lang.foreign.ValueLayout;
import org.momo4j.nn.data.Examples;

/** Images as DJL takes them; in a program of yours stand your own data here. */
final class DjlDigits {
    private DjlDigits() {}

    /** Rows of 64 pixels, and their classes, in batches that are drawn anew each epoch. */
    static ArrayDataset batches(NDManager manager, Examples digits, int size) {
        int n = digits.count();
        float[] classes = new float[n];
        for (int i = 0; i < n; i++) {
            classes[i] = digits.label(i);
        }
        NDArray pixels = manager.create(digits.features().toArray(ValueLayout.JAVA_FLOAT), new Shape(n, 64));
        return new ArrayDataset.Builder().setData(pixels).optLabels(manager.create(classes, new Shape(n, 1)))
                .setSampling(size, true).build();
    }
}
