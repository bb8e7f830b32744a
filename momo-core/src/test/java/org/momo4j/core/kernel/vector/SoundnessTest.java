package org.momo4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.vector.ElementType;

/** What bits say against what arithmetic says. */
class SoundnessTest {
    private static final double[] LIMITS = {0, Double.MIN_VALUE, Double.MIN_NORMAL, 0x1p-151, 0x1p-150, 0x1p-149,
            Float.MIN_NORMAL, 1e-8, 1, 1e30, Float.MAX_VALUE, 0x1.ffffffp127, 0x1p128, Double.MAX_VALUE,
            Double.POSITIVE_INFINITY, Double.NaN};

    @ParameterizedTest
    @EnumSource
    @DisplayName("a value at the limits of its type is sound if it is positive and finite when rounded, in every lane")
    void limits(ElementType type) {
        for (double limit : LIMITS) {
            for (double near : new double[]{Math.nextDown(limit), limit, Math.nextUp(limit)}) {
                for (double value : new double[]{near, -near}) {
                    double rounded = type == ElementType.FLOAT64 ? value : (float) value;
                    for (int lane = 0; lane < 2 * Lanes.COUNT; lane++) {
                        double[] values = new double[2 * Lanes.COUNT];
                        Arrays.fill(values, 1);
                        values[lane] = value;
                        assertEquals(Double.isFinite(rounded), Soundness.finite(values, type, values.length),
                                value + " is finite");
                        assertEquals(Double.isFinite(rounded) && rounded > 0,
                                Soundness.positive(values, type, values.length), value + " is positive");
                    }
                }
            }
        }
    }
}
