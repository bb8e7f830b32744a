package org.momo4j.api.objective;

import java.util.Map;

/**
 * An objective at a point, over all examples.
 *
 * @param loss    f(x)
 * @param metrics anything else by name, say {@code accuracy} as a fraction
 */
public record Evaluation(double loss, Map<String, Double> metrics) {
    /** A loss and nothing else. */
    public static Evaluation of(double loss) {
        return new Evaluation(loss, Map.of());
    }
}
