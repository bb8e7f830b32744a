package org.momo4j.api.vector;

import java.util.List;

/**
 * One tensor inside a flat parameter vector.
 *
 * @param name   unique within its layout
 * @param offset index of its first element in the flat vector
 * @param shape  its dimensions; empty for a scalar
 * @param order  how its elements are laid out
 * @param group  the group whose settings it has
 */
public record NamedTensor(String name, long offset, List<Long> shape, Order order, ParameterGroup group) {
    /** Order of the elements of a tensor in memory. */
    public enum Order {
        /** Last index fastest, as in C. */
        ROW_MAJOR,
        /** First index fastest, as in Fortran. */
        COLUMN_MAJOR
    }

    /** Checks the shape. */
    public NamedTensor {
        shape = List.copyOf(shape);
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException(
                        "tensor \"" + name + "\" has shape " + shape + "; no dimension may be negative");
            }
        }
    }

    /** Number of elements. Allocates nothing: loops over elements may ask again and again. */
    public long size() {
        long size = 1;
        for (int i = 0; i < shape.size(); i++) {
            size = Math.multiplyExact(size, shape.get(i));
        }
        return size;
    }
}
