package org.momo4j.lab.page.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.momo4j.api.step.Acted;
import org.momo4j.lab.result.summary.Metric;
import org.momo4j.lab.result.summary.Spread;

/** From runs to what is shown of them. */
final class Reduction {
    /** Settings whose curves are kept: more would make the page heavy, and nobody looks at so many. */
    private static final int MOST_CURVES = 200;
    private static final String GAP = "gap";
    private static final String LOSS = "train_loss";

    /** A method at a learning rate. */
    private record Place(String method, double rate) {}

    private final String experiment;
    private final List<ReducedRun> runs;
    private final Optional<String> wanted;

    /**
     * Of these runs.
     *
     * @param wanted the metric that settings are judged by; empty for the usual one
     * @throws IllegalArgumentException if no run has that metric
     */
    Reduction(String experiment, List<ReducedRun> runs, Optional<String> wanted) {
        this.experiment = experiment;
        this.runs = runs;
        this.wanted = wanted;
        Set<String> known = new LinkedHashSet<>();
        runs.forEach(r -> known.addAll(r.evaluations().metrics()));
        Metric.requireKnown(wanted, known);
    }

    Report report() {
        Map<String, List<ReducedRun>> byObjective = new LinkedHashMap<>();
        runs.forEach(r -> byObjective.computeIfAbsent(r.objective(), o -> new ArrayList<>()).add(r));
        List<String> methods = runs.stream().map(ReducedRun::method).distinct().sorted().toList();
        List<String> notes = new ArrayList<>();
        List<Section> sections = byObjective.entrySet().stream()
                .map(e -> section(e.getKey(), e.getValue(), methods, MOST_CURVES / byObjective.size(), notes)).toList();
        return new Report(experiment, methods, sections, notes);
    }

    private Section section(String objective, List<ReducedRun> runs, List<String> methods, int most,
            List<String> notes) {
        Set<String> metrics = new LinkedHashSet<>();
        runs.forEach(r -> metrics.addAll(r.evaluations().metrics()));
        Metric score = wanted.map(Metric::new)
                .orElseGet(() -> Metric.usual(runs.stream().map(r -> r.line().last()).toList()));
        Map<String, Integer> order = new LinkedHashMap<>();
        methods.forEach(m -> order.put(m, order.size()));
        Map<Place, List<ReducedRun>> places = new TreeMap<>(
                Comparator.comparing((Place p) -> order.getOrDefault(p.method(), 0)).thenComparing(Place::rate));
        runs.forEach(r -> places.computeIfAbsent(new Place(r.method(), r.rate()), p -> new ArrayList<>()).add(r));
        Set<Place> drawn = drawn(places, score, most);
        if (drawn.size() < places.size()) {
            notes.add(objective + ": curves and steps are kept of " + drawn.size() + " of " + places.size()
                    + " settings, the best of each method first; the tables and the stability chart show all.");
        }
        List<Setting> settings = new ArrayList<>();
        places.forEach(
                (place, of) -> settings.add(setting(place, of, score, drawn.contains(place) ? metrics : Set.of())));
        return new Section(objective, score, optimum(runs), List.copyOf(metrics), settings);
    }

    /** The best setting of each method, then the second of each, and so on. */
    private static Set<Place> drawn(Map<Place, List<ReducedRun>> places, Metric score, int most) {
        Map<String, List<Place>> byMethod = new LinkedHashMap<>();
        places.keySet().forEach(p -> byMethod.computeIfAbsent(p.method(), m -> new ArrayList<>()).add(p));
        Map<Place, Double> costs = new LinkedHashMap<>();
        places.forEach((p, of) -> costs.put(p, score.cost(score(of, score).median())));
        record Ranked(int rank, Place place) {}
        List<Ranked> ranked = new ArrayList<>();
        byMethod.values().forEach(list -> {
            List<Place> sorted = list.stream().sorted(Comparator.comparing(costs::get)).toList();
            for (int i = 0; i < sorted.size(); i++) {
                ranked.add(new Ranked(i, sorted.get(i)));
            }
        });
        Set<Place> drawn = new LinkedHashSet<>();
        ranked.stream().sorted(Comparator.comparingInt(Ranked::rank)).limit(Math.max(1, most))
                .forEach(r -> drawn.add(r.place()));
        return drawn;
    }

    private static Spread score(Collection<ReducedRun> runs, Metric metric) {
        return spread(runs.stream().mapToDouble(r -> r.score(metric)));
    }

    /** NaN is no value. */
    private static Spread spread(DoubleStream values) {
        return Spread.of(values.filter(v -> !Double.isNaN(v)).toArray());
    }

    private static Setting setting(Place place, List<ReducedRun> runs, Metric score, Set<String> metrics) {
        Map<String, Integer> status = new LinkedHashMap<>();
        Map<Acted, Integer> acted = new EnumMap<>(Acted.class);
        for (ReducedRun run : runs) {
            status.merge(run.line().status(), 1, Integer::sum);
            run.acted().forEach((what, count) -> acted.merge(what, count, Integer::sum));
        }
        Map<String, Curve> curves = new LinkedHashMap<>();
        metrics.forEach(m -> curves.put(m, curve(runs, new Metric(m))));
        List<ReducedRun> bySeed = runs.stream().sorted(Comparator.comparingLong(r -> r.line().seed())).toList();
        List<Step> steps = metrics.isEmpty() ? List.of() : bySeed.getFirst().steps();
        return new Setting(place.method(), place.rate(), bySeed.stream().map(ReducedRun::line).toList(), status,
                score(runs, score), curves, steps, acted);
    }

    private static Curve curve(List<ReducedRun> runs, Metric metric) {
        long[] steps = runs.stream().map(ReducedRun::evaluations).max(Comparator.comparingLong(Evaluations::lastStep))
                .map(Evaluations::steps).orElse(new long[0]);
        List<Curve.Point> points = new ArrayList<>();
        for (long step : steps) {
            points.add(new Curve.Point(step, spread(runs.stream().mapToDouble(r -> r.at(metric, step)))));
        }
        return new Curve(points);
    }

    /** Loss minus gap, where a run says both; the smallest gap says it with the fewest roundings. */
    private static double optimum(List<ReducedRun> runs) {
        return runs.stream().map(r -> r.line().last())
                .filter(m -> m.containsKey(GAP) && m.containsKey(LOSS))
                .min(Comparator.comparingDouble((Map<String, Double> m) -> m.get(GAP)))
                .map(m -> m.get(LOSS) - m.get(GAP)).orElse(Double.NaN);
    }
}
