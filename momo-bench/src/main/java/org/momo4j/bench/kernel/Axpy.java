package org.momo4j.bench.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** y ← y + α x in place, in the way of the kernels: explicit vectors in blocks, the rest element by element. */
final class Axpy {
    /** So small that y stays of the size of x, however often it is added. */
    static final double ALPHA = 1e-12;

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int BLOCK = 2048;

    private Axpy() {}

    /** Bits of the vectors that this processor prefers. */
    static int vectorBits() {
        return FLOATS.vectorBitSize();
    }

    /** Elements {@code from} to {@code to - 1}. */
    static void add(FlatVector x, FlatVector y, long from, long to) {
        boolean floats = x.type() == ElementType.FLOAT32;
        int lanes = floats ? FLOATS.length() : DOUBLES.length();
        long end = to - (to - from) % lanes;
        for (long at = from; at < end; at += BLOCK) {
            int count = (int) Math.min(BLOCK, end - at);
            if (floats) {
                floats(x.segment(), y.segment(), at * Float.BYTES, count);
            } else {
                doubles(x.segment(), y.segment(), at * Double.BYTES, count);
            }
        }
        if (floats) {
            floatRest(x.segment(), y.segment(), end, to);
        } else {
            doubleRest(x.segment(), y.segment(), end, to);
        }
    }

    private static void floats(MemorySegment x, MemorySegment y, long offset, int count) {
        for (int i = 0; i < count; i += FLOATS.length()) {
            long at = offset + (long) i * Float.BYTES;
            FloatVector xi = FloatVector.fromMemorySegment(FLOATS, x, at, ORDER);
            FloatVector.fromMemorySegment(FLOATS, y, at, ORDER).add(xi.mul((float) ALPHA)).intoMemorySegment(y, at,
                    ORDER);
        }
    }

    private static void doubles(MemorySegment x, MemorySegment y, long offset, int count) {
        for (int i = 0; i < count; i += DOUBLES.length()) {
            long at = offset + (long) i * Double.BYTES;
            DoubleVector xi = DoubleVector.fromMemorySegment(DOUBLES, x, at, ORDER);
            DoubleVector.fromMemorySegment(DOUBLES, y, at, ORDER).add(xi.mul(ALPHA)).intoMemorySegment(y, at, ORDER);
        }
    }

    private static void floatRest(MemorySegment x, MemorySegment y, long from, long to) {
        for (long i = from; i < to; i++) {
            float sum = y.getAtIndex(ValueLayout.JAVA_FLOAT, i)
                    + (float) ALPHA * x.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            y.setAtIndex(ValueLayout.JAVA_FLOAT, i, sum);
        }
    }

    private static void doubleRest(MemorySegment x, MemorySegment y, long from, long to) {
        for (long i = from; i < to; i++) {
            double sum = y.getAtIndex(ValueLayout.JAVA_DOUBLE, i) + ALPHA * x.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
            y.setAtIndex(ValueLayout.JAVA_DOUBLE, i, sum);
        }
    }
}
