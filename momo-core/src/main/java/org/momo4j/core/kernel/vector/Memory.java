package org.momo4j.core.kernel.vector;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Objects;
import org.momo4j.api.vector.FlatVector;

/**
 * Addresses of flat vectors, checked once a range instead of once an access. In a loop over several segments the compiler
 * proves little about any of them: it checks life, thread and bounds at every access, runs out of room for inlining, and
 * leaves calls between the vectors (seen in the code of the Adam kernel, which took twice the time).
 */
final class Memory {
    /** All of memory. A constant, so that nothing about it is checked in a loop. */
    @SuppressWarnings("restricted") // native memory is what a flat vector lies in; docs/building.md names the flag
    static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private Memory() {}

    /**
     * The address of element 0. Until the loop is over the vector must be {@link #keep kept}.
     *
     * @throws IndexOutOfBoundsException if {@code [from, to)} does not lie in the vector
     * @throws IllegalStateException     if its memory was freed
     * @throws WrongThreadException      if its memory is confined to another thread
     */
    static long address(FlatVector vector, long from, long to) {
        Objects.checkFromToIndex(from, to, vector.size());
        MemorySegment segment = vector.segment();
        if (!segment.scope().isAlive()) {
            throw new IllegalStateException("memory of a vector was freed before the step");
        }
        if (!segment.isAccessibleBy(Thread.currentThread())) {
            throw new WrongThreadException("memory of a vector is confined to another thread");
        }
        return segment.address();
    }

    /** Keeps the memory of a vector from being freed up to here. */
    static void keep(FlatVector vector) {
        Reference.reachabilityFence(vector.segment());
    }
}
