package org.momo4j.lab.result.summary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.momo4j.lab.result.Varied;

/**
 * Labels of methods: the optimizer, and what varies among its own runs. What varies only because other optimizers have it
 * otherwise is left out.
 */
final class MethodNames {
    private final Map<String, Map<String, Set<String>>> valuesOf = new HashMap<>();
    private final Map<String, Integer> count = new HashMap<>();

    MethodNames(List<Ending> endings) {
        for (Ending ending : endings) {
            Map<String, Set<String>> values = valuesOf.computeIfAbsent(ending.optimizer(), o -> new HashMap<>());
            ending.variant().forEach((column, v) -> values.computeIfAbsent(column, c -> new HashSet<>()).add(v));
            ending.variant().keySet()
                    .forEach(column -> count.merge(ending.optimizer() + " " + column, 1, Integer::sum));
            count.merge(ending.optimizer(), 1, Integer::sum);
        }
    }

    String of(Ending ending) {
        Map<String, String> own = new LinkedHashMap<>(ending.variant());
        own.keySet().removeIf(column -> allAlike(ending.optimizer(), column));
        return Varied.method(ending.optimizer(), own);
    }

    /** Whether all runs of an optimizer have the column, with one value. */
    private boolean allAlike(String optimizer, String column) {
        return valuesOf.getOrDefault(optimizer, Map.of()).getOrDefault(column, Set.of()).size() == 1
                && count.getOrDefault(optimizer + " " + column, 0).equals(count.get(optimizer));
    }
}
