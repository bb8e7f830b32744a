package org.momo4j.nn.dl4j;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Arithmetic on vectors, in their own type: what ND4J does for these lengths costs more than the loop. */
final class Elements {
    private Elements() {}

    /** v ← v / divisor. */
    static void divide(FlatVector vector, int divisor) {
        MemorySegment v = vector.segment();
        if (vector.type() == ElementType.FLOAT32) {
            for (long i = 0; i < vector.size(); i++) {
                v.setAtIndex(JAVA_FLOAT, i, v.getAtIndex(JAVA_FLOAT, i) / divisor);
            }
        } else {
            for (long i = 0; i < vector.size(); i++) {
                v.setAtIndex(JAVA_DOUBLE, i, v.getAtIndex(JAVA_DOUBLE, i) / divisor);
            }
        }
    }

    /** x ← x − y. */
    static void subtract(FlatVector x, FlatVector y) {
        if (x.type() == ElementType.FLOAT32) {
            for (long i = 0; i < x.size(); i++) {
                x.set(i, (float) x.get(i) - (float) y.get(i));
            }
        } else {
            for (long i = 0; i < x.size(); i++) {
                x.set(i, x.get(i) - y.get(i));
            }
        }
    }
}
