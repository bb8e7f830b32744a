package org.momo4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** The vectors of one step, v not negative, in memory that begins one element beside a cache line. */
record StepVectors(FlatVector d, FlatVector g, FlatVector v, FlatVector x) {
    /** Entries over many magnitudes. */
    static StepVectors spread(ElementType type, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return of(type, n, () -> random.nextGaussian() * Math.pow(10, random.nextDouble(-6, 6)));
    }

    /** All four filled from one source. */
    static StepVectors of(ElementType type, int n, DoubleSupplier entries) {
        StepVectors vectors = new StepVectors(empty(type, n), empty(type, n), empty(type, n), empty(type, n));
        for (int i = 0; i < n; i++) {
            vectors.d.set(i, entries.getAsDouble());
            vectors.g.set(i, entries.getAsDouble());
            vectors.v.set(i, Math.abs(entries.getAsDouble()));
            vectors.x.set(i, entries.getAsDouble());
        }
        return vectors;
    }

    private static FlatVector empty(ElementType type, int n) {
        MemorySegment segment = Arena.ofAuto().allocate((n + 1L) * type.bytes(), 64);
        return FlatVector.over(segment.asSlice(type.bytes()), type);
    }

    List<FlatVector> all() {
        return List.of(d, g, v, x);
    }

    StepVectors copy() {
        StepVectors copy = of(x.type(), (int) x.size(), () -> 0);
        for (int i = 0; i < 4; i++) {
            copy.all().get(i).copyFrom(all().get(i));
        }
        return copy;
    }

    void assertSameBits(StepVectors other) {
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(other.all().get(i).toArray(), all().get(i).toArray());
        }
    }
}
