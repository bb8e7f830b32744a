package org.momo4j.lab.specification.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;

/**
 * Values in the one form in which plans hold them, so that equal runs have equal plans: what JSON has, whole numbers as
 * {@code Integer} where they fit, no negative zero.
 */
public final class Normal {
    private Normal() {}

    /** The one form of a value. */
    public static Object of(Object value) {
        return switch (value) {
            case Long number when number == number.intValue() -> number.intValue();
            case Double number -> number + 0.0; // -0.0 becomes 0.0
            case Integer number -> number;
            case Long number -> number;
            case Boolean truth -> truth;
            case List<?> list -> list.stream().map(Normal::of).toList();
            case Choice choice -> flat(choice);
            default -> Component.spell(value);
        };
    }

    /** A choice within a choice is a mapping with a name, as it is written. */
    private static Map<String, Object> flat(Choice choice) {
        Map<String, Object> values = new HashMap<>();
        choice.values().forEach((name, value) -> values.put(name, of(value)));
        values.put("name", choice.name());
        return Map.copyOf(values);
    }
}
