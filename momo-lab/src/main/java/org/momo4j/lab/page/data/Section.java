package org.momo4j.lab.page.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.momo4j.lab.result.summary.Metric;

/**
 * What was measured on one objective.
 *
 * @param objective with what varies of it
 * @param score     the metric that settings are judged by
 * @param optimum   the optimal value of the loss; NaN if it is not known
 * @param metrics   all metrics
 * @param settings  by method and learning rate
 */
public record Section(String objective, Metric score, double optimum, List<String> metrics, List<Setting> settings) {
    /** Copies the lists. */
    public Section {
        metrics = List.copyOf(metrics);
        settings = List.copyOf(settings);
    }

    /** The methods that ran on this objective. */
    public List<String> methods() {
        return settings.stream().map(Setting::method).distinct().toList();
    }

    /** The settings of a method, by learning rate. */
    public List<Setting> of(String method) {
        return settings.stream().filter(s -> s.method().equals(method)).toList();
    }

    /** The setting of a method with the best median; of equals the one with the lowest rate. */
    public Optional<Setting> best(String method) {
        return of(method).stream().min(Comparator.comparingDouble(s -> score.cost(s.score().median())));
    }
}
