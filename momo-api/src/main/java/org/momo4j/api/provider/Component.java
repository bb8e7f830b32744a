package org.momo4j.api.provider;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One hyper-parameter: its name, type, meaning, default and range.
 *
 * @param name        as specifications write it
 * @param type        the Java type of the record's component
 * @param description what it is
 * @param byDefault   its default, unless it must be given
 * @param range       which numbers are allowed
 */
public record Component(String name, Class<?> type, String description, Optional<Object> byDefault, Interval range) {
    private static final List<Class<?>> NUMBERS = List.of(double.class, int.class, long.class);

    /** What is allowed, for people: an interval, the names of an enum, {@code true or false} ... */
    public String allowed() {
        if (NUMBERS.contains(type)) {
            return (type == double.class ? "a number in " : "a whole number in ") + range
                    + (type == long.class ? ", less than 2^53 in size" : "");
        }
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(Component::spell).toList();
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == List.class) {
            return "a list of numbers in " + range;
        }
        return type == Choice.class ? "a name, or {name: ..., ...}" : "text";
    }

    /** How a value is written in a specification. */
    public static String spell(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : String.valueOf(value); // a list read from a file can hold null
    }

    Object defaultOrThrow() {
        return byDefault.orElseThrow(
                () -> new IllegalArgumentException(
                        "hyper-parameter \"" + name + "\" is missing; it needs " + allowed()));
    }

    /**
     * Converts a value as a specification holds it (number, text, boolean, list, map) to the component's type.
     *
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Object read(Object value) {
        if (type == double.class) {
            return number(value);
        }
        if (type == int.class || type == long.class) {
            double number = number(value);
            // from 2^53 on a double no longer tells neighbours apart: a seed would silently become another
            if (number != Math.rint(number) || Math.abs(number) >= (type == int.class ? 0x1p31 : 0x1p53)) {
                throw refused(value);
            }
            return type == int.class ? (Object) (int) number : (Object) (long) number;
        }
        if (type.isInstance(value) && type != List.class) {
            return value;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).filter(c -> spell(c).equals(value)).findFirst()
                    .orElseThrow(() -> refused(value));
        }
        if (type == boolean.class && (value instanceof Boolean || "true".equals(value) || "false".equals(value))) {
            return Boolean.valueOf(value.toString());
        }
        if (type == List.class && value instanceof List<?> list) {
            return list.stream().map(this::number).toList();
        }
        if (type == Choice.class && value instanceof String text) {
            return Choice.of(text);
        }
        if (type == Choice.class && value instanceof Map<?, ?> map && map.get("name") instanceof String choice) {
            return choice(choice, map);
        }
        throw refused(value);
    }

    private Choice choice(String choice, Map<?, ?> map) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key) || !(entry.getValue() instanceof Object value)) {
                throw refused(map);
            }
            values.put(key, value);
        }
        values.remove("name");
        return new Choice(choice, values);
    }

    private double number(Object value) {
        double number = switch (value) {
            case Number n -> n.doubleValue();
            case String text -> parse(text);
            case null, default -> throw refused(value);
        };
        if (!range.contains(number)) {
            throw refused(value);
        }
        return number;
    }

    private double parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", ".inf", "+.inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-.inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw refused(text);
                }
            }
        };
    }

    private IllegalArgumentException refused(Object value) {
        return new IllegalArgumentException(name + " is " + spell(value) + "; it must be " + allowed());
    }
}
