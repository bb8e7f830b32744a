package org.momo4j.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.momo4j.api.step.StepReport;

/** The quantities of a step as metrics, {@code step/loss} and so on; what has no meaning for the method is left out. */
final class StepMetrics {
    private static final String PREFIX = "step/";
    private static final String LOSS = PREFIX + "loss";

    private StepMetrics() {}

    static Map<String, Double> of(StepReport report) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(LOSS, report.loss());
        put(values, "learning_rate", report.learningRate());
        put(values, "step_size", report.stepSize());
        put(values, "adaptive_term", report.adaptiveTerm());
        put(values, "cap", report.cap());
        put(values, "rho", report.rho());
        put(values, "lower_bound", report.lowerBound());
        put(values, "model_value", report.modelValue());
        put(values, "direction_norm", report.directionNorm());
        put(values, "loss_average", report.lossAverage());
        report.extras().forEach((name, value) -> put(values, name, value));
        return values;
    }

    /** Whether infinity is nothing strange for it: a cap, say, is infinite where there is none. */
    static boolean mayBeInfinite(String key) {
        return key.startsWith(PREFIX) && !key.equals(LOSS);
    }

    private static void put(Map<String, Double> values, String name, double value) {
        if (!Double.isNaN(value)) {
            values.put(PREFIX + name, value);
        }
    }
}
