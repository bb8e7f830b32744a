package org.momo4j.api.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How hyper-parameters are read, checked and described. Everything stands in one record class; specifications, command
 * line, {@code momo list} and provenance read it from here.
 *
 * @param <P> what is read: a record, or two of them
 */
public final class HyperParameters<P> {
    private final List<Component> components;
    private final Function<Map<String, Object>, P> build;
    private final Function<P, Map<String, Object>> take;

    private HyperParameters(List<Component> components, Function<Map<String, Object>, P> build,
            Function<P, Map<String, Object>> take) {
        this.components = List.copyOf(components);
        this.build = build;
        this.take = take;
    }

    /**
     * Reads this record class. All components must carry {@link HyperParameter}.
     *
     * @throws IllegalArgumentException if a component has no annotation, or a type that cannot be read
     */
    public static <P extends Record> HyperParameters<P> of(Class<P> type) {
        RecordReader<P> reader = new RecordReader<>(type);
        return new HyperParameters<>(reader.components(), reader::build, reader::take);
    }

    /**
     * Two records, read side by side from one map of values.
     *
     * @param first  the one
     * @param second the other
     */
    public record Both<A, B>(A first, B second) {}

    /**
     * Reads two records side by side.
     *
     * @throws IllegalArgumentException if a name stands in both
     */
    public static <A, B> HyperParameters<Both<A, B>> both(HyperParameters<A> first, HyperParameters<B> second) {
        List<Component> components = new ArrayList<>(first.components);
        for (Component component : second.components) {
            if (components.stream().anyMatch(c -> c.name().equals(component.name()))) {
                throw new IllegalArgumentException(
                        "hyper-parameter \"" + component.name() + "\" stands in two records");
            }
            components.add(component);
        }
        return new HyperParameters<>(components,
                values -> new Both<>(first.build.apply(values), second.build.apply(values)), both -> {
                    Map<String, Object> values = new LinkedHashMap<>(first.take.apply(both.first()));
                    values.putAll(second.take.apply(both.second()));
                    return values;
                });
    }

    /** The hyper-parameters, in the order of the record. */
    public List<Component> components() {
        return components;
    }

    /**
     * All defaults.
     *
     * @throws IllegalArgumentException if a hyper-parameter has no default
     */
    public P defaults() {
        return read(Map.of());
    }

    /**
     * Reads values by name; those left out have their defaults.
     *
     * @throws IllegalArgumentException naming the first value that is unknown, missing, of the wrong type or out of its
     *                                  range, and what is allowed
     */
    public P read(Map<String, ?> values) {
        for (String name : values.keySet()) {
            if (components.stream().noneMatch(c -> c.name().equals(name))) {
                throw new IllegalArgumentException("unknown hyper-parameter \"" + name + "\"; there are "
                        + components.stream().map(Component::name).toList());
            }
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        for (Component component : components) {
            Object value = values.get(component.name());
            checked.put(component.name(), component.read(value == null ? component.defaultOrThrow() : value));
        }
        return build.apply(checked);
    }

    /** The values of a record by name, defaults included: its provenance. */
    public Map<String, Object> values(P hyperParameters) {
        return take.apply(Objects.requireNonNull(hyperParameters));
    }

    /**
     * These hyper-parameters with one value changed.
     *
     * @throws IllegalArgumentException if there is no such value, or it is not allowed
     */
    public P with(P hyperParameters, String name, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(values(hyperParameters));
        values.put(name, value);
        return read(values);
    }
}
