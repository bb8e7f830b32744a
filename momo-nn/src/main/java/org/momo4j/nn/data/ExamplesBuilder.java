package org.momo4j.nn.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Gathers images one by one in memory that is taken once. */
public final class ExamplesBuilder {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final String name;
    private final ImageShape shape;
    private final int classes;
    private final int[] labels;
    private final MemorySegment features;
    private int count;

    /**
     * Takes memory for this many images.
     *
     * @param room the most images that will come
     * @throws IllegalArgumentException if they are more than an array can hold, or there is not enough memory
     */
    public ExamplesBuilder(String name, ImageShape shape, int classes, long room) {
        this.name = name;
        this.shape = shape;
        this.classes = classes;
        if (room > LARGEST_ARRAY) {
            throw new IllegalArgumentException(name + " has " + room + " examples; at most " + LARGEST_ARRAY
                    + " are allowed");
        }
        try {
            features = FlatVector.zeros(ElementType.FLOAT32, room * shape.size()).segment();
            labels = new int[(int) room];
        } catch (OutOfMemoryError e) {
            // both fail before anything is taken, so that going on is safe
            throw new IllegalArgumentException(name + " needs " + room * shape.size() * Float.BYTES
                    + " bytes for the features of " + room + " images of " + shape
                    + "; Java has not as much off the heap (-XX:MaxDirectMemorySize), or not enough on it for the labels (-Xmx)");
        }
    }

    /**
     * Adds an image.
     *
     * @param image its values; copied
     * @throws IndexOutOfBoundsException if there is no room for another
     */
    public void add(float[] image, int label) {
        labels[count] = label;
        MemorySegment.copy(image, 0, features, ValueLayout.JAVA_FLOAT, (long) count * shape.size() * Float.BYTES,
                shape.size());
        count++;
    }

    /**
     * The images so far.
     *
     * @throws IllegalArgumentException if there is none, or a label is not a class
     */
    public Examples build() {
        return new Examples(name, shape, features.asSlice(0, (long) count * shape.size() * Float.BYTES),
                count == labels.length ? labels : Arrays.copyOf(labels, count), classes);
    }
}
