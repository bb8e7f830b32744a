package org.momo4j.core.kernel.vector;

import static org.momo4j.core.kernel.vector.Lanes.DOUBLES;
import static org.momo4j.core.kernel.vector.Lanes.LONGS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.momo4j.api.vector.ElementType;

/**
 * Whether numbers, rounded to a type, are finite or positive, by their bits: those of positive doubles are in the order of the
 * doubles, so that one addition carries what lies beyond a limit into the sign.
 */
final class Soundness {
    /** The least double that a float cannot hold, 2^128 − 2^103, and the largest that rounds to 0 in float, 2^-150. */
    private static final long FLOAT_OVERFLOW = Double.doubleToRawLongBits(0x1.ffffffp127);
    private static final long FLOAT_UNDERFLOW = Double.doubleToRawLongBits(0x1p-150);
    private static final long DOUBLE_OVERFLOW = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    private Soundness() {}

    /** Whether the first {@code count} values, a multiple of the lanes, are all finite. */
    static boolean finite(double[] values, ElementType type, int count) {
        long toSign = Long.MIN_VALUE - overflow(type);
        LongVector signs = LongVector.zero(LONGS);
        for (int i = 0; i < count; i += Lanes.COUNT) {
            signs = signs.or(DoubleVector.fromArray(DOUBLES, values, i).abs().reinterpretAsLongs().add(toSign));
        }
        return signs.reduceLanes(VectorOperators.OR) >= 0;
    }

    /** Whether the first {@code count} values, a multiple of the lanes, are all positive and finite. */
    static boolean positive(double[] values, ElementType type, int count) {
        long toSign = Long.MIN_VALUE - overflow(type);
        long belowZero = (type == ElementType.FLOAT64 ? 0 : FLOAT_UNDERFLOW) + 1;
        LongVector signs = LongVector.zero(LONGS);
        for (int i = 0; i < count; i += Lanes.COUNT) {
            LongVector bits = DoubleVector.fromArray(DOUBLES, values, i).reinterpretAsLongs();
            signs = signs.or(bits).or(bits.sub(belowZero)).or(bits.add(toSign));
        }
        return signs.reduceLanes(VectorOperators.OR) >= 0;
    }

    private static long overflow(ElementType type) {
        return type == ElementType.FLOAT64 ? DOUBLE_OVERFLOW : FLOAT_OVERFLOW;
    }
}
