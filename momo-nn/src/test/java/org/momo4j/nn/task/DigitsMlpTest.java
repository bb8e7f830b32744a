package org.momo4j.nn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.nn.network.DecayOf;

/** The one task whose data are shipped, computed by either engine. */
class DigitsMlpTest {
    private static final int EPOCH = 1437 / 32;

    private static Objective digits(EngineName engine) {
        Engines.require(engine);
        return new DigitsMlpProvider().create(new NetworkOptions(engine, DecayOf.WEIGHTS, 10_000));
    }

    /**
     * Ten epochs. Over twenty seeds the last accuracy lay between 0.881 and 0.931, with a deviation of 0.012 around 0.907; the
     * network starts at one in ten. Validation digits are mostly by people whose hand was never trained on.
     */
    @ParameterizedTest
    @EnumSource(EngineName.class)
    void momoLearnsTheDigits(EngineName engine) {
        Trained trained = Trained.of(digits(engine), 32, 10 * EPOCH, 0);
        Map<String, Double> before = trained.before().metrics();
        Evaluation after = trained.after();
        assertTrue(before.get("val_accuracy") < 0.25, before.toString());
        assertTrue(after.metrics().get("val_accuracy") > 0.85, after.toString());
        assertTrue(after.metrics().get("train_accuracy") > 0.95, after.toString());
        assertEquals(Set.of("train_accuracy", "val_loss", "val_accuracy"), after.metrics().keySet());
    }

    /**
     * The engines start at the same point, and their first fifty losses are the same but for float32. They add in another order: what
     * was seen is a difference of two units in the last place (5e-7 at a loss of 2.5) and no growth. A processor for which their
     * libraries take other paths has twenty times as much room; a start, a batch or a mean that differs shows in the second digit.
     */
    @Test
    void theEnginesAgree() {
        Trained djl = Trained.of(digits(EngineName.DJL), 32, 50, 0);
        Trained dl4j = Trained.of(digits(EngineName.DL4J), 32, 50, 0);
        for (int k = 0; k < 50; k++) {
            assertEquals(djl.losses().get(k), dl4j.losses().get(k), 1e-5, "step " + (k + 1));
        }
    }
}
