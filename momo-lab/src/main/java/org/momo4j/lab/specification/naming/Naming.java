package org.momo4j.lab.specification.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.specification.key.Vocabulary;

/**
 * Names runs by what varies among those of the same optimizer: {@code momo-lr=0.1-beta=0.9-seed=0}. The learning rate and the
 * seed are always in it, so that an experiment that gains a seed keeps the names of its runs.
 */
public final class Naming {
    private final List<Draft> drafts;
    private final List<Map<String, Object>> columns;
    private final Set<String> varying;
    private final Map<String, Set<String>> varyingOf = new HashMap<>();

    private Naming(List<Draft> drafts) {
        this.drafts = drafts;
        columns = drafts.stream().map(d -> Columns.of(d.plan())).toList();
        varying = varying(columns);
        Map<String, List<Map<String, Object>>> byOptimizer = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            byOptimizer.computeIfAbsent(optimizer(i), o -> new ArrayList<>()).add(columns.get(i));
        }
        byOptimizer.forEach((optimizer, its) -> varyingOf.put(optimizer, varying(its)));
    }

    /**
     * Names all runs.
     *
     * @throws IllegalArgumentException naming both places, if two runs are the same
     */
    public static List<RunPlan> of(List<Draft> drafts) {
        return new Naming(drafts).named();
    }

    private String optimizer(int i) {
        return drafts.get(i).plan().optimizer().name();
    }

    private static Set<String> varying(List<Map<String, Object>> rows) {
        Map<String, Object> first = new HashMap<>();
        Set<String> varying = new HashSet<>();
        for (Map<String, Object> row : rows) {
            row.forEach((column, value) -> {
                Object before = first.putIfAbsent(column, value);
                if (before != null && !before.equals(value)) {
                    varying.add(column);
                }
            });
        }
        return varying;
    }

    private List<RunPlan> named() {
        List<String> names = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        Map<RunPlan, Integer> seen = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            String name = name(i);
            Integer twin = seen.putIfAbsent(drafts.get(i).plan(), i);
            if (twin != null) {
                throw same(drafts.get(twin), drafts.get(i), name);
            }
            names.add(name);
            count.merge(folded(name), 1, Integer::sum);
        }
        List<RunPlan> plans = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            String name = names.get(i);
            plans.add(drafts.get(i).named(
                    count.get(folded(name)) == 1 ? name : FolderName.distinct(name, drafts.get(i).plan()),
                    varies(i)));
        }
        return plans;
    }

    /** Some file systems take names that differ in case for the same. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private String name(int i) {
        StringBuilder name = new StringBuilder(optimizer(i));
        columns.get(i).forEach((column, value) -> {
            if (column.equals(Vocabulary.OBJECTIVE)) {
                name.append(varying.contains(column) ? "-" + FolderName.spell(value) : "");
            } else if (column.equals(Vocabulary.LR) || varyingOf.get(optimizer(i)).contains(column)) {
                name.append('-').append(column).append('=').append(FolderName.spell(value));
            }
        });
        return FolderName.of(name.append("-seed=").append(drafts.get(i).plan().seed()).toString());
    }

    private Map<String, Object> varies(int i) {
        Map<String, Object> varies = new LinkedHashMap<>(columns.get(i));
        varies.keySet().removeIf(column -> !column.equals(Vocabulary.LR) && !varying.contains(column));
        return varies;
    }

    private static IllegalArgumentException same(Draft first, Draft second, String name) {
        String what = first.place().equals(second.place())
                ? " stands twice for the run " + name + "; a value or a seed is given twice"
                : " and " + first.place().subject() + " (" + first.place().origin() + ") both stand for the run " + name
                        + "; keep one of them";
        return second.place().refuse(second.place().subject() + what);
    }
}
