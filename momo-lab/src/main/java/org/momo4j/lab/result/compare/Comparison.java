package org.momo4j.lab.result.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.momo4j.lab.result.summary.Metric;
import org.momo4j.lab.result.summary.ObjectiveSummary;
import org.momo4j.lab.result.summary.Setting;

/**
 * The methods on one objective, best first. The score of a method is the median over seeds at its best learning rate. A
 * learning rate is within the tolerance X of a reference score if its median has come at least 1 − X of the way from the initial
 * score to the reference: in orders of magnitude for gaps, in plain numbers for other metrics.
 *
 * @param objective with what varies of it
 * @param metric    what the scores are
 * @param initial   the score before the first step
 * @param tolerance X
 * @param methods   best first
 */
public record Comparison(String objective, Metric metric, double initial, double tolerance,
        List<RankedMethod> methods) {
    /** Copies the methods. */
    public Comparison {
        methods = List.copyOf(methods);
    }

    /**
     * Ranks methods.
     *
     * @param summary   what they reached
     * @param tolerance from 0 to 1
     * @param wanted    which of them
     */
    public static Comparison of(ObjectiveSummary summary, double tolerance, Predicate<Setting> wanted) {
        Map<String, List<Setting>> settings = new LinkedHashMap<>();
        summary.settings().stream().filter(wanted)
                .forEach(s -> settings.computeIfAbsent(s.method(), m -> new ArrayList<>()).add(s));
        List<Method> methods = settings.entrySet().stream().map(e -> new Method(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble(Method::cost)).toList();
        List<RankedMethod> ranked = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            Method method = methods.get(i);
            boolean same = i > 0 && Double.compare(methods.get(i - 1).cost(), method.cost()) == 0;
            ranked.add(method.ranked(same ? ranked.getLast().rank() : i + 1, methods.getFirst(), summary.initial(),
                    tolerance));
        }
        return new Comparison(summary.objective(), summary.metric(), summary.initial(), tolerance, ranked);
    }
}
