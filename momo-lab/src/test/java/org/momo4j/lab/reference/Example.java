package org.momo4j.lab.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Provider;
import org.momo4j.lab.specification.document.FlowText;

/** Specifications that can be run, with every hyper-parameter of what they are an example of. */
final class Example {
    private static final int EXAMPLES = 10;
    private static final String BEGIN = "objective: {name: least-squares, samples: " + EXAMPLES
            + ", dimension: 5}\nepochs: 20\noptimizers:\n";

    private Example() {}

    /**
     * Of an optimizer.
     *
     * @param bound the bound to give to it; none to those that ask for none
     */
    static String of(OptimizerProvider<?> optimizer, Map<String, Object> bound) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", optimizer.name());
        entry.put("lr", optimizer.defaultLearningRate());
        entry.putAll(values(optimizer));
        if (!bound.isEmpty()) {
            entry.put("bound", bound);
        }
        return BEGIN + entry.entrySet().stream().map(e -> e.getKey() + ": " + FlowText.of(e.getValue()))
                .collect(Collectors.joining("\n    ", "  - ", ""));
    }

    /** Of a bound, with an optimizer that asks for one. */
    static String of(LowerBoundProvider<?> bound, String optimizer) {
        return BEGIN + "  - {name: " + optimizer + ", bound: " + FlowText.of(named(bound)) + "}";
    }

    /** Of a schedule. */
    static String of(LearningRateProvider<?> schedule, String optimizer) {
        return BEGIN + "  - {name: " + optimizer + ", lr: " + FlowText.of(named(schedule)) + "}";
    }

    /** What a specification says of a bound or a schedule. */
    static Map<String, Object> named(Provider<?> provider) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", provider.name());
        entry.putAll(values(provider));
        return entry;
    }

    private static Map<String, Object> values(Provider<?> provider) {
        Map<String, Object> values = new LinkedHashMap<>();
        provider.hyperParameters().components().forEach(
                c -> values.put(c.name(), c.byDefault().map(Example::written).orElseGet(() -> allowed(c))));
        return values;
    }

    private static Object written(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean truth -> truth;
            case List<?> list -> list;
            case Choice choice when choice.values().isEmpty() -> choice.name();
            case Choice choice -> throw new IllegalArgumentException(choice + " is no name alone");
            default -> Component.spell(value);
        };
    }

    /** A value for what must be given; of a list, as many as the objective has examples. */
    private static Object allowed(Component component) {
        double number = DoubleStream.of(10, 1, 0.5, 0).filter(component.range()::contains).findFirst().orElseThrow();
        if (component.type() == double.class) {
            return number;
        }
        if (component.type() == int.class || component.type() == long.class) {
            return (long) number;
        }
        if (component.type() == List.class) {
            return Collections.nCopies(EXAMPLES, component.range().contains(0) ? 0.0 : number);
        }
        throw new IllegalArgumentException("an example needs " + component.allowed() + " for " + component.name());
    }
}
