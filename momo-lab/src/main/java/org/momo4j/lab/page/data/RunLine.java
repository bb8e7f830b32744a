package org.momo4j.lab.page.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.momo4j.lab.result.summary.Metric;

/**
 * A run in the table of runs.
 *
 * @param name    of its folder
 * @param seed    its seed
 * @param status  how it ended, in a word
 * @param steps   steps made
 * @param reason  a sentence; empty if there is nothing to say
 * @param seconds of optimisation; NaN if it has not ended
 * @param last    its last evaluation
 */
public record RunLine(String name, long seed, String status, long steps, String reason, double seconds,
        Map<String, Double> last) {
    /** Copies the metrics, in their order. */
    public RunLine {
        last = Collections.unmodifiableMap(new LinkedHashMap<>(last));
    }

    /** The last value of a metric, the worst for a run that diverged; NaN if there is none. */
    public double score(Metric metric) {
        double value = last.getOrDefault(metric.name(), Double.NaN);
        return status.equals("diverged") ? metric.worst() : value;
    }
}
