package org.momo4j.convex.problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * max_i |x_i − y_i| and where it is, at the speed of memory: one pass keeps the maxima of {@value #LANES} interleaved
 * subsequences, a loop without dependences that the compiler turns into vector instructions; the place is then looked
 * for in the subsequences that reached the maximum.
 */
final class LargestError {
    /** Chunk and maxima fit together into a first-level cache. */
    private static final int LANES = 1024;

    private final double[] target;
    private final double[] lanes = new double[LANES];
    private final double[] chunk = new double[LANES];
    private final float[] floats = new float[LANES];

    LargestError(double[] target) {
        this.target = target;
    }

    /** The maximum; NaN if an x_i is. */
    double value(FlatVector x) {
        FlatVector.requireSame("point", x, x.type(), target.length);
        Arrays.fill(lanes, 0);
        for (int from = 0; from < target.length; from += LANES) {
            int count = Math.min(LANES, target.length - from);
            load(x, from, count);
            take(from, count);
        }
        double largest = 0;
        for (double lane : lanes) {
            largest = Math.max(largest, lane);
        }
        return largest;
    }

    private void take(int from, int count) {
        for (int j = 0; j < count; j++) {
            lanes[j] = Math.max(lanes[j], Math.abs(chunk[j] - target[from + j]));
        }
    }

    private void load(FlatVector x, int from, int count) {
        if (x.type() == ElementType.FLOAT64) {
            MemorySegment.copy(x.segment(), ValueLayout.JAVA_DOUBLE, (long) from * Double.BYTES, chunk, 0, count);
            return;
        }
        MemorySegment.copy(x.segment(), ValueLayout.JAVA_FLOAT, (long) from * Float.BYTES, floats, 0, count);
        for (int j = 0; j < count; j++) {
            chunk[j] = floats[j];
        }
    }

    /** The lowest index that has the maximum which {@link #value} has just found; 0 for NaN. */
    int index(FlatVector x, double largest) {
        int lowest = target.length;
        for (int lane = 0; lane < LANES; lane++) {
            if (lanes[lane] == largest) {
                for (int i = lane; i < lowest; i += LANES) {
                    if (Math.abs(x.get(i) - target[i]) == largest) {
                        lowest = i;
                    }
                }
            }
        }
        return lowest == target.length ? 0 : lowest;
    }
}
