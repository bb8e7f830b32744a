package org.momo4j.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;

/** Each strategy against numbers computed by hand from its definition. */
class BoundsTest {
    private static final Sample SAMPLE = Sample.of(1, FlatVector.of(1));

    /** One step with this step size; returns the bound that was used. */
    private static double step(LowerBound bound, Model model, double stepSize) {
        double used = bound.before(model, SAMPLE);
        bound.after(model, used, stepSize);
        return used;
    }

    @Test
    @DisplayName("online: reset halves an estimate that the model has reached, update takes half of what the step promised")
    void online() {
        OnlineBound bound = new OnlineBound(-10);
        Model first = new MadeUpModel(1, 3, 3, 0.5, 0.5, 1, 0.8, 4);
        assertEquals(-10, step(bound, first, 0.25));
        double updated = (3 + 1 - 0.5 - 0.25 * 4 / 2) / 0.5;
        assertEquals(updated, bound.value(), 1e-15);
        Model low = new MadeUpModel(2, 1, 1, 0.5, 0.75, 1, 0.25, 4);
        assertEquals((1 - 0.5 + 0.25) / (2 * 0.75), step(bound, low, 0), 1e-15, "N < rho b: b = N/(2 rho)");
        assertEquals((1 + 1 - 0.5) / 0.75, bound.value(), 1e-15);
    }

    @Test
    @DisplayName("online: neither reset nor update passes the floor")
    void onlineFloor() {
        OnlineBound bound = new OnlineBound(2);
        assertEquals(2, step(bound, MadeUpModel.of(1, 1), 0));
        assertEquals(2, bound.value());
    }

    @Test
    @DisplayName("target level: restarts after a descent of δ/2, halves δ when the path without descent exceeds B")
    void targetLevel() {
        TargetLevelBound bound = new TargetLevelBound(1, 2.5);
        assertEquals(9, step(bound, MadeUpModel.of(1, 10), 1), "starts at 10 - δ");
        assertEquals(9, step(bound, MadeUpModel.of(2, 9.6), 1), "a descent of 0.4 is not enough: the level stays");
        assertEquals(8.4, step(bound, MadeUpModel.of(3, 9.4), 1), 1e-15, "a descent of 0.6 restarts the level");
        assertEquals(8.4, step(bound, MadeUpModel.of(4, 9.3), 1), 1e-15);
        assertEquals(8.4, step(bound, MadeUpModel.of(5, 9.5), 1), 1e-15);
        assertEquals(8.4, step(bound, MadeUpModel.of(6, 9.5), 1), 1e-15, "the path grows to 3 > B at this step");
        assertEquals(9.3 - 0.5, bound.value(), 1e-15, "δ is halved, from the best loss");
    }

    @Test
    @DisplayName("best minus gap: the running best minus δ_0 k^-p")
    void bestMinusGap() {
        BestMinusGapBound bound = new BestMinusGapBound(2, 0.5);
        assertTrue(Double.isNaN(bound.value()));
        assertEquals(5 - 2, step(bound, MadeUpModel.of(1, 5), 0));
        assertEquals(5 - 2 / Math.sqrt(2), step(bound, MadeUpModel.of(2, 8), 0), 1e-15);
        assertEquals(4 - 2 / Math.sqrt(3), step(bound, MadeUpModel.of(3, 4), 0), 1e-15);
        assertEquals(4 - 2 / Math.sqrt(3), bound.value(), 1e-15);
    }

    @Test
    @DisplayName("per sample: the mean bound of the batch")
    void perSample() {
        PerSampleBound bound = new PerSampleBound(1, 2, 6);
        assertEquals(LowerBound.Scope.SAMPLE, bound.scope());
        assertEquals(4, bound.before(MadeUpModel.of(1, 1), new Indexed(Batch.of(1, 2))));
        assertTrue(refusal(() -> bound.before(MadeUpModel.of(1, 1), SAMPLE)).contains("unknown"));
        assertTrue(refusal(() -> bound.before(MadeUpModel.of(1, 1), new Indexed(Batch.of(3)))).contains("example 3"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    @DisplayName("a bound that is no number is refused")
    void notFinite(double value) {
        assertTrue(refusal(() -> new KnownBound(value)).contains(String.valueOf(value)));
        assertTrue(refusal(() -> new OnlineBound(value)).contains(String.valueOf(value)));
        assertTrue(refusal(() -> new PerSampleBound(0, value)).contains("example 1"));
        assertTrue(refusal(() -> new TargetLevelBound(value, 1)).contains("(0, inf)"));
        assertTrue(refusal(() -> new TargetLevelBound(1, value)).contains("(0, inf)"));
        assertTrue(refusal(() -> new BestMinusGapBound(value, 0.5)).contains("(0, inf)"));
        assertTrue(refusal(() -> new BestMinusGapBound(1, value)).contains("(0, 1]"));
    }

    private static String refusal(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }

    private record Indexed(Batch batch) implements Sample {
        @Override
        public double loss() {
            return 1;
        }

        @Override
        public FlatVector gradient() {
            return FlatVector.of(1);
        }
    }
}
