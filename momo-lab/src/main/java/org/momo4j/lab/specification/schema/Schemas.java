package org.momo4j.lab.specification.schema;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.Interval;
import org.momo4j.lab.specification.grid.Distribution;

/** Parts of a JSON Schema. */
final class Schemas {
    private Schemas() {}

    /** The schema of one value. */
    static Map<String, Object> of(Component component) {
        Map<String, Object> schema = new LinkedHashMap<>(bare(component));
        schema.put("description", component.description() + component.byDefault()
                .map(d -> "; default " + Component.spell(d)).orElse(""));
        return schema;
    }

    private static Map<String, Object> bare(Component component) {
        Class<?> type = component.type();
        if (type == double.class) {
            return number(component.range());
        }
        if (type == int.class || type == long.class) {
            return bounded("integer", component.range());
        }
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == List.class) {
            return list(number(component.range()));
        }
        return type.isEnum()
                ? Map.of("enum", Arrays.stream(type.getEnumConstants()).map(Component::spell).toList())
                : Map.of("type", List.of("string", "number", "boolean")); // a path may look like a number
    }

    /** Infinities are texts where an editor does not know {@code .inf}. */
    private static Map<String, Object> number(Interval range) {
        List<String> infinities = Stream.concat(
                Stream.of("inf", ".inf", "Infinity").filter(t -> range.contains(Double.POSITIVE_INFINITY)),
                Stream.of("-inf", "-.inf", "-Infinity").filter(t -> range.contains(Double.NEGATIVE_INFINITY)))
                .toList();
        Map<String, Object> number = bounded("number", range);
        return infinities.isEmpty() ? number : any(Stream.of(number, Map.of("enum", infinities)));
    }

    private static Map<String, Object> bounded(String type, Interval range) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        if (Double.isFinite(range.from())) {
            schema.put(range.fromClosed() ? "minimum" : "exclusiveMinimum", range.from());
        }
        if (Double.isFinite(range.to())) {
            schema.put(range.toClosed() ? "maximum" : "exclusiveMaximum", range.to());
        }
        return schema;
    }

    /** The schemas of values that are no axes, by name. */
    static Map<String, Object> plain(List<Component> components) {
        Map<String, Object> keys = new LinkedHashMap<>();
        components.forEach(c -> keys.put(c.name(), of(c)));
        return keys;
    }

    /** In the place of a number. */
    static Map<String, Object> distribution() {
        Map<String, Object> ends = new LinkedHashMap<>(list(Map.of("type", "number")));
        ends.put("minItems", 2);
        ends.put("maxItems", 2);
        Map<String, Object> kinds = new LinkedHashMap<>();
        Distribution.KINDS.forEach(kind -> kinds.put(kind, ends));
        Map<String, Object> schema = object(kinds, List.of());
        schema.put("minProperties", 1);
        schema.put("maxProperties", 1);
        return schema;
    }

    /** One of these, or a list of them. */
    static Map<String, Object> axis(Map<String, Object> one) {
        Map<String, Object> both = any(Stream.of(one, list(one)));
        return Optional.ofNullable(one.get("description")).map(d -> described(both, d.toString())).orElse(both);
    }

    static Map<String, Object> list(Map<String, Object> items) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", items);
        schema.put("minItems", 1);
        return schema;
    }

    static Map<String, Object> object(Map<String, Object> keys, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", keys);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    static Map<String, Object> any(Stream<Map<String, Object>> schemas) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", schemas.toList());
        return schema;
    }

    static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", description);
        return described;
    }
}
