package org.momo4j.nn.network;

import java.util.List;
import org.momo4j.api.vector.FlatVector;

/**
 * Examples on their way into a network. Inputs and labels are buffers that the next batch overwrites: an engine may look at them
 * without a copy during a pass, and keeps neither.
 *
 * @param inputs the examples one after the other, row-major, of the network's type; {@code size} times the product of {@code shape}
 *               elements. The vectors of two batches of one size share memory, so an engine can keep what it wraps around it
 * @param shape  of one example
 * @param labels the class of each example; the first {@code size} elements count
 * @param size   number of examples, at least 1
 */
public record Minibatch(FlatVector inputs, List<Long> shape, int[] labels, int size) {
    /** Checks the sizes. */
    public Minibatch {
        shape = List.copyOf(shape);
        long row = shape.stream().reduce(1L, Math::multiplyExact);
        if (size < 1) {
            throw new IllegalArgumentException("a batch has " + size + " examples; at least 1 is needed");
        }
        if (inputs.size() != size * row) {
            throw new IllegalArgumentException("inputs have " + inputs.size() + " elements; " + size
                    + " examples of shape " + shape + " have " + size * row);
        }
        if (labels.length < size) {
            throw new IllegalArgumentException("there are " + labels.length + " labels for " + size + " examples");
        }
    }
}
