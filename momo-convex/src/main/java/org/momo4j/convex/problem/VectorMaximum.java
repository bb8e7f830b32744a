package org.momo4j.convex.problem;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * Explicit vectors for float64, four maxima at a time, since one chain of maxima would wait for itself. What is left over
 * and float32 are left to the {@link PlainMaximum}.
 */
final class VectorMaximum implements BlockMaximum {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();

    private final BlockMaximum plain = new PlainMaximum();

    /** In a method of its own, so that the class is loaded only where its module is present. */
    static BlockMaximum create() {
        return new VectorMaximum();
    }

    @Override
    public double of(FlatVector x, double[] target, int from, int to) {
        int end = x.type() == ElementType.FLOAT64 ? from + (to - from) / (4 * LANES) * (4 * LANES) : from;
        double rest = plain.of(x, target, end, to);
        return end > from ? Math.max(rest, vectors(x.segment(), target, from, end)) : rest;
    }

    private static double vectors(MemorySegment x, double[] target, int from, int end) {
        DoubleVector m0 = DoubleVector.zero(DOUBLES);
        DoubleVector m1 = m0;
        DoubleVector m2 = m0;
        DoubleVector m3 = m0;
        for (int i = from; i < end; i += 4 * LANES) {
            m0 = m0.max(error(x, target, i));
            m1 = m1.max(error(x, target, i + LANES));
            m2 = m2.max(error(x, target, i + 2 * LANES));
            m3 = m3.max(error(x, target, i + 3 * LANES));
        }
        return m0.max(m1).max(m2.max(m3)).reduceLanes(VectorOperators.MAX);
    }

    private static DoubleVector error(MemorySegment x, double[] target, int i) {
        return DoubleVector.fromMemorySegment(DOUBLES, x, (long) i * Double.BYTES, ByteOrder.nativeOrder())
                .sub(DoubleVector.fromArray(DOUBLES, target, i)).abs();
    }
}
