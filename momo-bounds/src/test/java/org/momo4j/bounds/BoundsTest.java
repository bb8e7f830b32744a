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
    @DisplayName("online: an estimate that the model has just not passed stays")
    void onlineAtTheEstimate() {
        OnlineBound bound = new OnlineBound(-10);
        step(bound, MadeUpModel.of(1, 4), 0); // the update makes it 4
        assertEquals(4, step(bound, MadeUpModel.of(2, 4), 0), "N = rho b is not below rho b");
    }

    @Test
    @DisplayName("target level: of the averaged loss over ρ, with a path of τ|d|, both turns at equality")
    void targetLevelAtTheTurns() {
        TargetLevelBound bound = new TargetLevelBound(2, 3);
        assertEquals(8, step(bound, scaled(1, 10, 0.5, 4), 0.5));
        assertEquals(7, step(bound, scaled(2, 9, 0.5, 4), 0.5), "a descent of exactly δ/2 restarts");
        assertEquals(7, step(bound, scaled(3, 9, 0.5, 4), 1.5), "a path of 1.5 · 2");
        assertEquals(7, bound.value(), "a path of exactly B is not too long");
        step(bound, scaled(4, 9, 0.5, 4), 0.125);
        assertEquals(8, bound.value(), "a path of more than B halves δ");
    }

    @Test
    @DisplayName("best minus gap: of the averaged loss over ρ")
    void bestOfTheAverage() {
        BestMinusGapBound bound = new BestMinusGapBound(2, 1);
        assertEquals(6 - 2, step(bound, scaled(1, 6, 0.5, 1), 0));
        assertEquals(5 - 1, step(bound, scaled(2, 5, 0.25, 1), 0));
        assertEquals(5 - 1, bound.value());
    }

    /** A model of averaged loss over ρ as given, at x = 0. */
    private static Model scaled(long k, double loss, double rho, double normSquared) {
        return new MadeUpModel(k, loss, rho * loss, 0, rho, 0, 0, normSquared);
    }

    @Test
    @DisplayName("known: its value, before and after")
    void known() {
        KnownBound bound = new KnownBound(-1.5);
        assertEquals(-1.5, step(bound, MadeUpModel.of(1, 3), 1));
        assertEquals(-1.5, bound.value());
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
        assertTrue(Double.isNaN(bound.value()));
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

    @Test
    @DisplayName("a gap, a path or a power of zero is refused")
    void zero() {
        assertTrue(refusal(() -> new TargetLevelBound(0, 1)).contains("gap of the target level is 0.0"));
        assertTrue(refusal(() -> new TargetLevelBound(1, 0)).contains("path of the target level is 0.0"));
        assertTrue(refusal(() -> new BestMinusGapBound(0, 0.5)).contains("0.0"));
        assertTrue(refusal(() -> new BestMinusGapBound(1, 0)).contains("0.0"));
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
