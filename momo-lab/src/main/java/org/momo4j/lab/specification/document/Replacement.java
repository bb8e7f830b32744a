package org.momo4j.lab.specification.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One {@code --set path=value}: puts a value in the place of what a file says. */
public final class Replacement {
    private static final Pattern SYNTAX = Pattern.compile(
            "\\s*(KEY(?:\\.KEY)*)\\s*=(.*)".replace("KEY", "[^=.\\[\\]\\s]+(?:\\[\\d{1,9}])*"),
            Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private final String origin;
    private final String path;
    private final List<String> steps = new ArrayList<>();
    private final Value value;

    /**
     * Reads {@code path=value}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Replacement(String text) {
        origin = "--set " + text;
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    origin + ": it must be like epochs=5, objective.samples=100 or \"optimizers[0].lr=[0.1, 1]\"");
        }
        path = matcher.group(1);
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            steps.add(step.group());
        }
        Place place = new Place(origin, path);
        value = YamlText.read(matcher.group(2), place, mark -> origin)
                .orElseThrow(() -> place.refuse(path + " is without a value"));
    }

    /** The first key of the path. */
    public String key() {
        return steps.getFirst();
    }

    /**
     * The document with this value in it. Mappings that are missing on the way are made; a name on the way becomes a mapping
     * with that name.
     *
     * @throws IllegalArgumentException if the path leads nowhere
     */
    public Value.Mapping in(Value.Mapping document) {
        return (Value.Mapping) put(document, 0);
    }

    private Value put(Value at, int depth) {
        if (depth == steps.size()) {
            return value;
        }
        String step = steps.get(depth);
        return step.startsWith("[")
                ? item(at, Integer.parseInt(step.substring(1, step.length() - 1)), depth)
                : member(at, step, depth);
    }

    private Value item(Value at, int index, int depth) {
        if (!(at instanceof Value.Sequence list) || index >= list.items().size()) {
            String there = at instanceof Value.Sequence(Place place, List<Value> items)
                    ? "a list of " + items.size()
                    : "not a list";
            throw new IllegalArgumentException(origin + ": there is no " + at.place().item(index, "").path() + "; "
                    + at.place().subject() + " is " + there);
        }
        List<Value> items = new ArrayList<>(list.items());
        items.set(index, put(items.get(index), depth + 1));
        return new Value.Sequence(list.place(), items);
    }

    private Value member(Value at, String key, int depth) {
        Value.Mapping mapping = switch (at) {
            case Value.Mapping there -> there;
            case Value.Scalar name -> named(name);
            case Value.Sequence list -> throw new IllegalArgumentException(origin + ": " + list.place().subject()
                    + " is a list; say which of its items, as in " + list.place().item(0, "").path() + "." + key);
        };
        Place place = mapping.place().key(key, origin);
        Value before = mapping.get(key).orElseGet(() -> new Value.Mapping(place, Map.of()));
        return mapping.with(key, new Value.Member(place, put(before, depth + 1)));
    }

    private static Value.Mapping named(Value.Scalar name) {
        Map<String, Value.Member> members = new LinkedHashMap<>();
        if (!name.isNothing()) {
            members.put("name", new Value.Member(name.place(),
                    new Value.Scalar(name.place().key("name", name.place().origin()), name.text(), name.plain())));
        }
        return new Value.Mapping(name.place(), members);
    }
}
