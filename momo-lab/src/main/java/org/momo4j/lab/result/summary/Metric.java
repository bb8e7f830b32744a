package org.momo4j.lab.result.summary;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.momo4j.lab.catalogue.Spelling;

/**
 * What runs are scored by.
 *
 * @param name that of the metric in journals
 */
public record Metric(String name) {
    private static final List<String> USUAL = List.of("relative_gap", "gap", "train_loss");

    /** The first of {@code relative_gap}, {@code gap} and {@code train_loss} that all measured runs on an objective have. */
    public static Metric usual(Collection<Map<String, Double>> runs) {
        return new Metric(USUAL.stream()
                .filter(name -> runs.stream().allMatch(run -> run.isEmpty() || run.containsKey(name))).findFirst()
                .orElse(USUAL.getLast()));
    }

    /**
     * Checks that a metric that was asked for is there.
     *
     * @throws IllegalArgumentException if not
     */
    public static void requireKnown(Optional<String> wanted, Set<String> known) {
        wanted.filter(name -> !known.contains(name)).ifPresent(name -> {
            throw new IllegalArgumentException("unknown metric \"" + name + "\"; " + Spelling.hint(name, known));
        });
    }

    /** Whether more is better: an accuracy. */
    public boolean isMoreBetter() {
        return name.toLowerCase(Locale.ROOT).endsWith("accuracy");
    }

    /** The score of a run that diverged: no other is worse. */
    public double worst() {
        return isMoreBetter() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** The score so that less is better. */
    public double cost(double score) {
        return isMoreBetter() ? -score : score;
    }
}
