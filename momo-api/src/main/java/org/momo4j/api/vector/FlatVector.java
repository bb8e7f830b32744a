package org.momo4j.api.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * A flat, contiguous, off-heap vector of float32 or float64 elements: the place where all parameters of a model live.
 *
 * <p>
 * A vector is a view of a {@link MemorySegment}. The segment's arena owns the memory (or, for memory that belongs to
 * another library, keeps that library's object alive), so neither a vector nor its bare segment can outlive its memory.
 * Slices share memory with their parent. A vector has no identity of content: {@code equals} is identity.
 *
 * <p>
 * The vector may be read and written by any thread, without synchronisation of its own.
 */
public final class FlatVector {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;
    /** Fresh memory starts at a cache line, so that vector loads of kernels do not straddle two. */
    private static final long ALIGNMENT = 64;
    /** Bytes from which huge pages are worth asking for. */
    private static final long LARGE = 4L << 20;

    private final MemorySegment segment;
    private final ElementType type;
    private final long size;

    private FlatVector(MemorySegment segment, ElementType type, long size) {
        this.segment = segment;
        this.type = type;
        this.size = size;
    }

    /**
     * A vector of zeros in fresh memory, freed when the vector, its slices and its segment are unreachable.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static FlatVector zeros(ElementType type, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("size of a vector is " + size + "; it must be at least 0");
        }
        long bytes = Math.multiplyExact(size, (long) type.bytes());
        MemorySegment segment = Arena.ofAuto().allocate(bytes, ALIGNMENT);
        if (bytes >= LARGE) {
            HugePages.back(segment);
        }
        return new FlatVector(segment, type, size);
    }

    /** A float64 vector of these values, in fresh memory. */
    public static FlatVector of(double... values) {
        return of(ElementType.FLOAT64, values);
    }

    /** A vector of these values, rounded to {@code type}, in fresh memory. */
    public static FlatVector of(ElementType type, double... values) {
        FlatVector vector = zeros(type, values.length);
        vector.copyFrom(values);
        return vector;
    }

    /**
     * A vector over existing memory, without a copy. The segment's scope must keep the memory valid; a shared arena must not be
     * closed while another thread makes a step, since kernels check a range once and would read memory that is gone, which ends
     * the virtual machine.
     *
     * @throws IllegalArgumentException if the segment is on the heap or read-only, if its address is not a multiple of
     *                                  the element size, or if its length is not a whole number of elements
     */
    public static FlatVector over(MemorySegment segment, ElementType type) {
        Objects.requireNonNull(type, "type");
        if (!segment.isNative()) {
            throw new IllegalArgumentException("segment lies on the Java heap; a flat vector needs off-heap memory");
        }
        if (segment.isReadOnly()) {
            throw new IllegalArgumentException("segment is read-only; a flat vector must be writable");
        }
        if (segment.byteSize() % type.bytes() != 0) {
            throw new IllegalArgumentException("segment has " + segment.byteSize() + " bytes; " + type
                    + " needs a multiple of " + type.bytes());
        }
        if (segment.address() % type.bytes() != 0) {
            throw new IllegalArgumentException("segment starts at address " + segment.address() + "; " + type
                    + " needs a multiple of " + type.bytes());
        }
        return new FlatVector(segment, type, segment.byteSize() / type.bytes());
    }

    /** Number of elements. */
    public long size() {
        return size;
    }

    /** How the elements are stored. */
    public ElementType type() {
        return type;
    }

    /** The memory itself, {@code size() * type().bytes()} bytes, elements in native byte order. For kernels. */
    public MemorySegment segment() {
        return segment;
    }

    /**
     * Element {@code i}, widened to double.
     *
     * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
     */
    public double get(long i) {
        Objects.checkIndex(i, size); // the segment's own check multiplies first, and i * 8 can overflow into it
        return type == ElementType.FLOAT64 ? segment.getAtIndex(DOUBLE, i) : segment.getAtIndex(FLOAT, i);
    }

    /**
     * Sets element {@code i}, rounding to the type of the vector.
     *
     * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
     */
    public void set(long i, double value) {
        Objects.checkIndex(i, size);
        if (type == ElementType.FLOAT64) {
            segment.setAtIndex(DOUBLE, i, value);
        } else {
            segment.setAtIndex(FLOAT, i, (float) value);
        }
    }

    /** Sets every element to {@code value}, rounded to the type of the vector. */
    public void fill(double value) {
        if (Double.doubleToRawLongBits(value) == 0) {
            segment.fill((byte) 0);
            return;
        }
        for (long i = 0; i < size; i++) {
            set(i, value);
        }
    }

    /**
     * Elements {@code from} to {@code from + length - 1}, sharing memory with this vector.
     *
     * @throws IndexOutOfBoundsException if the range does not lie in this vector
     */
    public FlatVector slice(long from, long length) {
        Objects.checkFromIndexSize(from, length, size);
        return new FlatVector(segment.asSlice(from * type.bytes(), length * type.bytes()), type, length);
    }

    /** A vector of the same type and size, all zero, in memory of its own. */
    public FlatVector zerosLike() {
        return zeros(type, size);
    }

    /** A copy of this vector in memory of its own. */
    public FlatVector copy() {
        FlatVector copy = zerosLike();
        copy.copyFrom(this);
        return copy;
    }

    /**
     * Copies all elements of {@code source}, which must have the same size and type.
     *
     * @throws IllegalArgumentException if size or type differ
     */
    public void copyFrom(FlatVector source) {
        requireSame("source", source, type, size);
        MemorySegment.copy(source.segment, 0, segment, 0, segment.byteSize());
    }

    /**
     * Copies all elements of {@code source}, rounding to the type of this vector.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public void copyFrom(double[] source) {
        requireLength(source.length);
        copyFrom(source, 0, source.length);
    }

    /**
     * Copies the first {@code count} elements of {@code source} to elements {@code from} and following, rounding to the type
     * of this vector.
     *
     * @throws IndexOutOfBoundsException if there are not as many on either side
     */
    public void copyFrom(double[] source, long from, int count) {
        Objects.checkFromIndexSize(0, count, source.length);
        Objects.checkFromIndexSize(from, count, size);
        if (type == ElementType.FLOAT64) {
            MemorySegment.copy(source, 0, segment, DOUBLE, from * Double.BYTES, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            segment.setAtIndex(FLOAT, from + i, (float) source[i]);
        }
    }

    /**
     * Copies all elements into {@code target}, widened to double.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public void copyTo(double[] target) {
        requireLength(target.length);
        copyTo(target, 0, target.length);
    }

    /**
     * Copies elements {@code from} to {@code from + count - 1} to the beginning of {@code target}, widened to double.
     *
     * @throws IndexOutOfBoundsException if there are not as many on either side
     */
    public void copyTo(double[] target, long from, int count) {
        Objects.checkFromIndexSize(0, count, target.length);
        Objects.checkFromIndexSize(from, count, size);
        if (type == ElementType.FLOAT64) {
            MemorySegment.copy(segment, DOUBLE, from * Double.BYTES, target, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[i] = segment.getAtIndex(FLOAT, from + i);
        }
    }

    /**
     * All elements, widened to double.
     *
     * @throws ArithmeticException if the vector has more elements than an array can have
     */
    public double[] toArray() {
        double[] array = new double[Math.toIntExact(size)];
        copyTo(array);
        return array;
    }

    /**
     * Checks that {@code vector} has this type and size.
     *
     * @param name what the vector is called in the message
     * @throws IllegalArgumentException if it has not, naming what it has and what is needed
     */
    public static void requireSame(String name, FlatVector vector, ElementType type, long size) {
        if (vector.size != size) {
            throw new IllegalArgumentException(name + " has " + vector.size + " elements; " + size + " are needed");
        }
        if (vector.type != type) {
            throw new IllegalArgumentException(name + " is " + vector.type + "; " + type + " is needed");
        }
    }

    private void requireLength(int length) {
        if (length != size) {
            throw new IllegalArgumentException("array has " + length + " elements; the vector has " + size);
        }
    }

    /** Type and size, and the elements of a short vector. */
    @Override
    public String toString() {
        return type + "[" + size + "]" + (size <= 8 ? " " + java.util.Arrays.toString(toArray()) : "");
    }
}
