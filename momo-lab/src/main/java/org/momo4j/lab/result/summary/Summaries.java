package org.momo4j.lab.result.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.momo4j.lab.result.RunResult;

/** Summaries of an experiment over seeds. Of each run only its ends are kept. */
public final class Summaries {
    private Summaries() {}

    /**
     * Summarises runs, by objective.
     *
     * @param runs   of one experiment
     * @param metric the score; empty for the first of {@code relative_gap}, {@code gap} and {@code train_loss} that all measured
     *               runs on an objective have
     * @throws IllegalArgumentException if no run has the metric
     */
    public static List<ObjectiveSummary> of(Stream<RunResult> runs, Optional<String> metric) {
        List<Ending> endings = runs.map(Ending::of).toList();
        Set<String> known = new LinkedHashSet<>();
        endings.forEach(e -> known.addAll(e.last().keySet()));
        Metric.requireKnown(metric, known);
        MethodNames names = new MethodNames(endings);
        Map<String, List<Ending>> byObjective = new LinkedHashMap<>();
        endings.forEach(e -> byObjective.computeIfAbsent(e.objective(), o -> new ArrayList<>()).add(e));
        return byObjective.entrySet().stream().map(e -> summary(e.getKey(), e.getValue(), names,
                metric.map(Metric::new)
                        .orElseGet(() -> Metric.usual(e.getValue().stream().map(Ending::last).toList()))))
                .toList();
    }

    private static ObjectiveSummary summary(String objective, List<Ending> endings, MethodNames names, Metric metric) {
        record Key(String method, double rate) {}
        Map<Key, Group> groups = new LinkedHashMap<>();
        endings.forEach(e -> groups.computeIfAbsent(new Key(names.of(e), e.rate()), k -> new Group(k.method())).add(e));
        double[] initial = endings.stream().map(e -> e.first().get(metric.name())).filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v)).toArray();
        return new ObjectiveSummary(objective, metric, Spread.of(initial).median(),
                groups.values().stream().map(group -> group.setting(metric))
                        .sorted(Comparator.comparing(Setting::method).thenComparingDouble(Setting::rate)).toList());
    }
}
