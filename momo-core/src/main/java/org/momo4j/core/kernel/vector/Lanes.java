package org.momo4j.core.kernel.vector;

import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.momo4j.api.vector.ElementType;
import org.momo4j.core.kernel.InnerProducts;

/**
 * The shape of all vector kernels: as many lanes as the machine has for doubles, blocks of a fixed size, and the partial
 * sums that a block leaves lane by lane.
 *
 * <p>
 * The loops spell their formulas out: a method of ours that takes vectors is not inlined once it has been compiled by
 * itself, and from then on every vector that it takes and returns is an object.
 */
final class Lanes {
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    /** As many floats as doubles: half a vector, which widens to a whole one. */
    static final VectorSpecies<Float> HALF_FLOATS = VectorSpecies.of(float.class,
            VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
    static final VectorSpecies<Integer> HALF_INTS = HALF_FLOATS.withLanes(int.class);
    static final VectorSpecies<Long> LONGS = DOUBLES.withLanes(long.class);
    static final int COUNT = DOUBLES.length();
    static final ByteOrder ORDER = ByteOrder.nativeOrder();
    /**
     * Elements a call of an inner loop, a multiple of any number of lanes. Many short calls rather than one long loop: a
     * loop that is compiled in the middle of its first run stays three times slower for ever.
     */
    static final int BLOCK = 8192;

    /** ⟨g, x⟩, ⟨d, x⟩, Σ |d_i x_i| and |d|², {@link #COUNT} lanes each. Vectors that left a block otherwise could be boxed. */
    final double[] sums = new double[4 * COUNT];
    /** The largest square of the last block; 0 in kernels without squares. */
    double largest;

    /** The end of the last whole vector of a range. */
    static long end(long from, long to, int lanes) {
        return from + (to - from) / lanes * lanes;
    }

    /** Elements of a whole vector of this type. */
    static int whole(ElementType type) {
        return type == ElementType.FLOAT64 ? COUNT : FLOATS.length();
    }

    /** Elements of the block that begins at {@code at}. */
    static int count(long at, long end) {
        return (int) Math.min(BLOCK, end - at);
    }

    /** Adds the sums of one block. */
    void addTo(InnerProducts total) {
        total.add(sum(0), sum(1), sum(2), sum(3));
        total.square(largest);
    }

    /** Lanes in index order, since {@code reduceLanes} gives different last bits in different compilation states. */
    private double sum(int vector) {
        double sum = 0;
        for (int i = vector * COUNT; i < (vector + 1) * COUNT; i++) {
            sum += sums[i];
        }
        return sum;
    }
}
