package org.momo4j.api.vector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The named tensors that fill a flat vector, one after the other and without gaps, and the groups they belong to. */
public final class ParameterLayout {
    private final List<NamedTensor> tensors;
    private final List<GroupRange> ranges;
    private final long size;

    private ParameterLayout(List<NamedTensor> tensors) {
        this.tensors = List.copyOf(tensors);
        this.ranges = List.copyOf(merge(tensors));
        this.size = tensors.isEmpty() ? 0 : tensors.getLast().offset() + tensors.getLast().size();
    }

    /**
     * Neighbouring tensors of one group, as one range of the flat vector.
     *
     * @param group settings of every element of the range
     * @param from  first element
     * @param to    one past the last element
     */
    public record GroupRange(ParameterGroup group, long from, long to) {}

    /** One tensor {@code x} of {@code size} elements in the default group. */
    public static ParameterLayout flat(long size) {
        return builder().tensor("x", size).build();
    }

    /** A builder to which tensors are added in the order in which they lie in memory. */
    public static Builder builder() {
        return new Builder();
    }

    /** The tensors, in the order in which they lie in memory. */
    public List<NamedTensor> tensors() {
        return tensors;
    }

    /** Maximal ranges of elements that share a group, in order, covering the whole vector. */
    public List<GroupRange> ranges() {
        return ranges;
    }

    /** Number of elements of the flat vector. */
    public long size() {
        return size;
    }

    /**
     * The part of {@code vector} that holds the tensor of this name, sharing memory.
     *
     * @throws IllegalArgumentException if there is no such tensor, or the vector has not the size of this layout
     */
    public FlatVector tensor(String name, FlatVector vector) {
        FlatVector.requireSame("vector", vector, vector.type(), size);
        NamedTensor tensor = tensors.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no tensor is called \"" + name + "\"; there are "
                        + tensors.stream().map(NamedTensor::name).toList()));
        return vector.slice(tensor.offset(), tensor.size());
    }

    private static List<GroupRange> merge(List<NamedTensor> tensors) {
        List<GroupRange> merged = new ArrayList<>();
        for (NamedTensor tensor : tensors) {
            if (tensor.size() == 0) { // or it would split a range, and be an empty one itself
                continue;
            }
            long to = tensor.offset() + tensor.size();
            if (!merged.isEmpty() && merged.getLast().group().equals(tensor.group())) {
                merged.add(new GroupRange(tensor.group(), merged.removeLast().from(), to));
            } else {
                merged.add(new GroupRange(tensor.group(), tensor.offset(), to));
            }
        }
        return merged;
    }

    /** Adds tensors one after the other. */
    public static final class Builder {
        private final List<NamedTensor> tensors = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private long next;

        private Builder() {}

        /** Adds a row-major tensor of the default group. */
        public Builder tensor(String name, long... shape) {
            return tensor(name, ParameterGroup.DEFAULT, NamedTensor.Order.ROW_MAJOR, shape);
        }

        /** Adds a row-major tensor of this group. */
        public Builder tensor(String name, ParameterGroup group, long... shape) {
            return tensor(name, group, NamedTensor.Order.ROW_MAJOR, shape);
        }

        /**
         * Adds a tensor.
         *
         * @throws IllegalArgumentException if the name is taken or a dimension is negative
         */
        public Builder tensor(String name, ParameterGroup group, NamedTensor.Order order, long... shape) {
            if (names.contains(name)) {
                throw new IllegalArgumentException("two tensors are called \"" + name + "\"; names must differ");
            }
            NamedTensor tensor = new NamedTensor(name, next, java.util.Arrays.stream(shape).boxed().toList(), order,
                    group);
            next = Math.addExact(next, tensor.size());
            tensors.add(tensor);
            names.add(name);
            return this;
        }

        /** The layout of the tensors added so far. */
        public ParameterLayout build() {
            return new ParameterLayout(tensors);
        }
    }
}
