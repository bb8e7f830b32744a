package org.momo4j.nn.data;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;
import org.momo4j.api.objective.Batch;

/**
 * n images with their labels. Features are float32 in native byte order, off the heap, in C order [n, channels, height,
 * width]: one image after the other. Nobody writes them, so any number of objectives and threads share them.
 */
public final class Examples {
    private final String name;
    private final ImageShape shape;
    private final MemorySegment features;
    private final int[] labels;
    private final int classes;
    private final long rowBytes;

    /**
     * Takes over memory and labels without a copy.
     *
     * @param name     what they are called in messages and reports
     * @param shape    of one image
     * @param features n images, off the heap; the segment's scope must keep the memory valid
     * @param labels   the class of each image, from 0 to {@code classes - 1}; its length is n
     * @param classes  number of classes
     * @throws IllegalArgumentException if there is no example, sizes disagree, or a label is not a class
     */
    public Examples(String name, ImageShape shape, MemorySegment features, int[] labels, int classes) {
        this.name = name;
        this.shape = shape;
        this.features = features.asReadOnly();
        this.labels = labels;
        this.classes = classes;
        this.rowBytes = (long) shape.size() * Float.BYTES;
        if (labels.length == 0) {
            throw new IllegalArgumentException(name + " has no example; at least one is needed");
        }
        if (!features.isNative()) {
            throw new IllegalArgumentException("features of " + name
                    + " lie on the Java heap; they need memory off the heap");
        }
        if (features.byteSize() != labels.length * rowBytes) {
            throw new IllegalArgumentException("features of " + name + " have " + features.byteSize() + " bytes; "
                    + labels.length + " images of " + shape + " have " + labels.length * rowBytes);
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("label " + i + " of " + name + " is " + labels[i]
                        + "; it must be from 0 to " + (classes - 1));
            }
        }
    }

    /** What they are called. */
    public String name() {
        return name;
    }

    /** n. */
    public int count() {
        return labels.length;
    }

    /** Of one image. */
    public ImageShape shape() {
        return shape;
    }

    /** Number of classes, whether or not each occurs. */
    public int classes() {
        return classes;
    }

    /** All features, read-only. */
    public MemorySegment features() {
        return features;
    }

    /**
     * The class of an example.
     *
     * @throws IndexOutOfBoundsException if there is no such example
     */
    public int label(int example) {
        return labels[example];
    }

    /**
     * Copies the images of a batch, one after the other.
     *
     * @param out receives float32 values in native byte order
     * @throws IndexOutOfBoundsException if there is no such example, or {@code out} is too small; images before that one
     *                                   may have been written
     */
    public void copyFeatures(Batch batch, MemorySegment out) {
        copyFeatures(batch, 0, batch.size(), out);
    }

    /**
     * Copies {@code count} images of a batch, from its example number {@code from}, to the start of {@code out}: an
     * evaluation goes through all examples in pieces.
     *
     * @throws IndexOutOfBoundsException if the batch has not as many, there is no such example, or {@code out} is too
     *                                   small; images before that one may have been written
     */
    public void copyFeatures(Batch batch, int from, int count, MemorySegment out) {
        Objects.checkFromIndexSize(from, count, batch.size());
        for (int k = 0; k < count; k++) {
            int example = Objects.checkIndex(batch.index(from + k), labels.length);
            MemorySegment.copy(features, example * rowBytes, out, k * rowBytes, rowBytes);
        }
    }

    /**
     * Examples {@code from} to {@code to - 1}, sharing the features.
     *
     * @throws IndexOutOfBoundsException if the range does not lie in these examples
     * @throws IllegalArgumentException  if it is empty
     */
    public Examples range(String called, int from, int to) {
        Objects.checkFromToIndex(from, to, labels.length);
        return new Examples(called, shape, features.asSlice(from * rowBytes, (to - from) * rowBytes),
                Arrays.copyOfRange(labels, from, to), classes);
    }

    /** Name and size. */
    @Override
    public String toString() {
        return name + " (" + count() + " images of " + shape + ", " + classes + " classes)";
    }
}
