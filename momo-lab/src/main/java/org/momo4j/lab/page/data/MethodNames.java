package org.momo4j.lab.page.data;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of methods as short as they can be: what all methods of an optimizer have in common does not tell them apart. */
final class MethodNames {
    private MethodNames() {}

    /** The runs with shorter names of their methods. */
    static List<ReducedRun> shortened(List<ReducedRun> runs) {
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        runs.forEach(r -> methods.computeIfAbsent(r.optimizer(), o -> new java.util.LinkedHashSet<>()).add(r.method()));
        Map<String, String> names = new LinkedHashMap<>();
        methods.forEach((optimizer, all) -> {
            Set<String> common = common(all);
            all.forEach(method -> names.put(method, Stream.concat(Stream.of(optimizer),
                    words(method).filter(w -> !w.equals(optimizer) && !common.contains(w)))
                    .collect(Collectors.joining(" "))));
        });
        return runs.stream().map(r -> new ReducedRun(r.line(), r.objective(), r.optimizer(),
                names.getOrDefault(r.method(), r.method()), r.rate(), r.counts(), r.evaluations(), r.steps(),
                r.acted())).toList();
    }

    private static Set<String> common(Set<String> methods) {
        Set<String> common = words(methods.iterator().next()).collect(Collectors.toCollection(HashSet::new));
        methods.forEach(m -> common.retainAll(words(m).collect(Collectors.toSet())));
        return common;
    }

    private static Stream<String> words(String method) {
        return Stream.of(method.split(" "));
    }
}
