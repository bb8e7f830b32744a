package org.momo4j.lab.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.vector.ElementType;

/**
 * A value in a JSON file, and the words that lead a person to it. Every reading of a wrong value is refused by one
 * sentence that names file, place, value and what is allowed.
 *
 * @param file  the file
 * @param where the way to the value; empty for the document itself
 * @param node  the value
 */
record Place(String file, String where, JsonNode node) {
    private static final int LONGEST_VALUE = 40;

    /** The value of a key that must be there. */
    Place get(String key) {
        return find(key).orElseThrow(() -> refusal("key \"" + key + "\" is missing"));
    }

    /** The value of a key that may be there. */
    Optional<Place> find(String key) {
        if (!node.isObject()) {
            throw refused("an object {...}");
        }
        return Optional.ofNullable(node.get(key)).map(n -> new Place(file, step("\"" + key + "\""), n));
    }

    /** The keys of an object. */
    List<String> keys() {
        if (!node.isObject()) {
            throw refused("an object {...}");
        }
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The elements of a list that must not be empty, called {@code noun 1}, {@code noun 2} ... below {@code from}. */
    List<Place> elements(Place from, String noun) {
        if (!node.isArray() || node.isEmpty()) {
            throw refused("a list [...] with at least one " + noun);
        }
        List<Place> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Place(file, from.step(noun + " " + (i + 1)), node.get(i)));
        }
        return elements;
    }

    /** The same value under another name. */
    Place called(String name) {
        return new Place(file, name, node);
    }

    String text() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw refused("a text");
        }
        return node.textValue();
    }

    boolean truth() {
        if (!node.isBoolean()) {
            throw refused("true or false");
        }
        return node.booleanValue();
    }

    /** A number that is finite in this type. */
    double number(ElementType type) {
        boolean finite = node.isNumber() && (type == ElementType.FLOAT32
                ? Float.isFinite((float) node.doubleValue())
                : Double.isFinite(node.doubleValue()));
        if (!finite) {
            throw refused("a finite " + type + " number");
        }
        return node.doubleValue();
    }

    /** Whether this is the number ∞. */
    boolean isInfinity() {
        return node.isNumber() && node.doubleValue() == Double.POSITIVE_INFINITY;
    }

    /** A list of numbers. */
    double[] numbers(ElementType type) {
        return elements(this, "element").stream().mapToDouble(p -> p.number(type)).toArray();
    }

    /** A list of this many numbers; {@code why} says why as many. */
    double[] numbers(ElementType type, int length, String why) {
        if (node.isArray() && node.size() != length) {
            throw refusal("has " + node.size() + " elements; it must have " + length + ", " + why);
        }
        return numbers(type);
    }

    /** A refusal of this value: "FILE: WHERE is VALUE; it must be ALLOWED". */
    IllegalArgumentException refused(String allowed) {
        String value = node.isFloatingPointNumber() ? node.asText() : node.toString();
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
        return refusal((where.isEmpty() ? "the document is " : "is ") + shown + "; it must be " + allowed);
    }

    /** A refusal of this value in other words. */
    IllegalArgumentException refusal(String text) {
        return new IllegalArgumentException(file + ": " + (where.isEmpty() ? "" : where + " ") + text);
    }

    private String step(String next) {
        return where.isEmpty() ? next : where + ", " + next;
    }
}
