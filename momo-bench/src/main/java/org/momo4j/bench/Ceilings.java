package org.momo4j.bench;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * What memory can do, in the way of the kernels: explicit vectors in blocks. The in-place axpy y ← y + α x moves 12 bytes an
 * element in float32, the copy 8 (not counting that a line is read before it is written).
 */
public final class Ceilings {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int BLOCK = 2048;
    /** Small enough to keep y finite for ever. */
    private static final float ALPHA = 1e-30f;

    private Ceilings() {}

    /** y ← y + α x on all but what does not fill a vector. */
    public static void axpy(FlatVector x, FlatVector y) {
        boolean floats = x.type() == ElementType.FLOAT32;
        long end = x.size() / FLOATS.length() * FLOATS.length();
        for (long at = 0; at < end; at += BLOCK) {
            int count = (int) Math.min(BLOCK, end - at);
            if (floats) {
                floats(x.segment(), y.segment(), at * Float.BYTES, count);
            } else {
                doubles(x.segment(), y.segment(), at * Double.BYTES, count);
            }
        }
    }

    private static void floats(MemorySegment x, MemorySegment y, long offset, int count) {
        for (int i = 0; i < count; i += FLOATS.length()) {
            long at = offset + (long) i * Float.BYTES;
            FloatVector xi = FloatVector.fromMemorySegment(FLOATS, x, at, ORDER);
            FloatVector.fromMemorySegment(FLOATS, y, at, ORDER).add(xi.mul(ALPHA)).intoMemorySegment(y, at, ORDER);
        }
    }

    private static void doubles(MemorySegment x, MemorySegment y, long offset, int count) {
        for (int i = 0; i < count; i += DOUBLES.length()) {
            long at = offset + (long) i * Double.BYTES;
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, x, at, ORDER);
            DoubleVector.fromMemorySegment(DOUBLES, y, at, ORDER).add(xi.mul(ALPHA)).intoMemorySegment(y, at, ORDER);
        }
    }

    /** y ← x. */
    public static void copy(FlatVector x, FlatVector y) {
        y.copyFrom(x);
    }
}
