package org.momo4j.lab.specification.naming;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.specification.grid.Normal;
import org.momo4j.lab.specification.key.Vocabulary;

/**
 * What may vary between runs, by name: {@code objective} and {@code objective.samples}, {@code lr} and {@code lr.peak},
 * hyper-parameters by their names, {@code bound} and {@code bound.initial}, {@code batchSize} and the like.
 */
public final class Columns {
    private Columns() {}

    /** Every column of a run. */
    public static Map<String, Object> of(RunPlan plan) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(Vocabulary.OBJECTIVE, plan.objective().name());
        nested(columns, Vocabulary.OBJECTIVE, plan.objective());
        if (plan.learningRate().name().equals(Vocabulary.CONSTANT) && plan.learningRate().values().size() == 1) {
            columns.put(Vocabulary.LR, plan.learningRate().values().values().iterator().next());
        } else {
            columns.put(Vocabulary.LR, plan.learningRate().name());
            nested(columns, Vocabulary.LR, plan.learningRate());
        }
        columns.putAll(new TreeMap<>(plan.optimizer().values()));
        columns.put(Vocabulary.BOUND, plan.bound().name());
        nested(columns, Vocabulary.BOUND, plan.bound());
        training(plan.training()).forEach(columns::putIfAbsent);
        return columns;
    }

    private static void nested(Map<String, Object> columns, String name, Choice choice) {
        new TreeMap<>(choice.values()).forEach((key, value) -> columns.put(name + "." + key, value));
    }

    private static Map<String, Object> training(Training training) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(Component.spell(training.length().unit()), Normal.of(training.length().amount()));
        columns.put("batchSize", training.batchSize());
        columns.put("sampling", Component.spell(training.sampling()));
        columns.put("type", Component.spell(training.type()));
        columns.put("accumulate", training.accumulate());
        columns.put("clip", training.clip());
        return columns;
    }
}
