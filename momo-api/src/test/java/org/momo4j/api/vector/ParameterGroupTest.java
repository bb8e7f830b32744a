package org.momo4j.api.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterGroupTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 0.5, 1e300})
    void decayFromZeroOn(double decay) {
        assertEquals(decay, new ParameterGroup("g", OptionalDouble.of(decay), 1).weightDecay().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-300, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void otherDecayIsRefused(double decay) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new ParameterGroup("g", OptionalDouble.of(decay), 1)).getMessage();
        assertEquals("weight decay of group \"g\" is " + decay + "; it must be in [0, inf)", message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateScaleIsPositiveAndFinite(double scale) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new ParameterGroup("g", OptionalDouble.empty(), scale)).getMessage();
        assertEquals("learning-rate scale of group \"g\" is " + scale + "; it must be in (0, inf)", message);
    }

    @Test
    void theDefaultGroupLeavesEverythingToTheOptimizer() {
        assertTrue(ParameterGroup.DEFAULT.weightDecay().isEmpty());
        assertEquals(1, ParameterGroup.DEFAULT.rateScale());
        assertEquals(OptionalDouble.of(0), ParameterGroup.withoutDecay("bias").weightDecay());
        assertEquals(1, ParameterGroup.withoutDecay("bias").rateScale());
    }
}
