package org.momo4j.lab.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.specification.naming.Columns;

/**
 * The parameters of a run: everything that decides its numbers, by the names that specifications and {@code momo export} use, and
 * {@code log10_lr}, an axis on which a server can draw a sweep of learning rates.
 */
final class Parameters {
    private static final String LR = "lr";

    private Parameters() {}

    static Map<String, String> of(RunPlan plan) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("optimizer", plan.optimizer().name());
        Map<String, Object> columns = Columns.of(plan);
        put(parameters, LR, columns.get(LR));
        if (columns.get(LR) instanceof Number rate) {
            put(parameters, "log10_lr", Math.log10(rate.doubleValue()));
        }
        columns.forEach((name, value) -> put(parameters, name, value));
        put(parameters, "seed", plan.seed());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        parameters.putIfAbsent(name, value instanceof Double number ? Numbers.plain(number) : String.valueOf(value));
    }
}
