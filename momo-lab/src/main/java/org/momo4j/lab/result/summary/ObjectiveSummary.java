package org.momo4j.lab.result.summary;

import java.util.List;

/**
 * The settings on one objective.
 *
 * @param objective with what varies of it
 * @param metric    what the scores are
 * @param initial   the median of the score before the first step; NaN if it was never taken
 * @param settings  by method, each with its learning rates in rising order
 */
public record ObjectiveSummary(String objective, Metric metric, double initial, List<Setting> settings) {
    /** Copies the settings. */
    public ObjectiveSummary {
        settings = List.copyOf(settings);
    }
}
