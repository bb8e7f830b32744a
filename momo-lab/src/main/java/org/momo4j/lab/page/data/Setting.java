package org.momo4j.lab.page.data;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.momo4j.api.step.Acted;
import org.momo4j.lab.result.summary.Spread;

/**
 * A method at a learning rate: runs that differ in their seed.
 *
 * @param method the method
 * @param rate   the learning rate, or the height of its schedule; NaN if it has none
 * @param runs   the runs, each with its row in the table
 * @param status how many runs ended so
 * @param score  of the final scores
 * @param curves of every metric, by name
 * @param steps  of its first seed; empty if none were kept
 * @param acted  in how many of the steps in the journals each decided
 */
public record Setting(String method, double rate, List<RunLine> runs, Map<String, Integer> status, Spread score,
        Map<String, Curve> curves, List<Step> steps, Map<Acted, Integer> acted) {
    /** Copies the collections. */
    public Setting {
        runs = List.copyOf(runs);
        status = Collections.unmodifiableMap(new LinkedHashMap<>(status));
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
        steps = List.copyOf(steps);
        Map<Acted, Integer> counted = new EnumMap<>(Acted.class);
        counted.putAll(acted);
        acted = Collections.unmodifiableMap(counted);
    }

    /** How many runs diverged. */
    public int diverged() {
        return status.getOrDefault("diverged", 0);
    }

    /** Whether some step has a number of this kind. */
    public boolean has(ToDoubleFunction<Step> kind) {
        return steps.stream().anyMatch(s -> !Double.isNaN(kind.applyAsDouble(s)));
    }
}
