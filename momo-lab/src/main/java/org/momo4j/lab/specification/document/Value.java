package org.momo4j.lab.specification.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a document. */
public sealed interface Value {
    /** Where it stands. */
    Place place();

    /** How a sentence calls it. */
    String shown();

    /**
     * A number, a truth or a text: which one is decided by whoever reads it.
     *
     * @param place where it stands
     * @param text  as written, without quotes
     * @param plain whether it stood without quotes
     */
    record Scalar(Place place, String text, boolean plain) implements Value {
        /** Whether nothing stands here. */
        public boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String shown() {
            return isNothing() ? "without a value" : plain ? text : "\"" + text + "\"";
        }
    }

    /**
     * A list.
     *
     * @param place where it stands
     * @param items in their order
     */
    record Sequence(Place place, List<Value> items) implements Value {
        /** Copies the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /**
     * A mapping.
     *
     * @param place   where it stands
     * @param members by key, in their order
     */
    record Mapping(Place place, Map<String, Member> members) implements Value {
        /** Copies the members, in their order. */
        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The value of a key. */
        public Optional<Value> get(String key) {
            return Optional.ofNullable(members.get(key)).map(Member::value);
        }

        /** This mapping without some keys. */
        public Mapping without(String... keys) {
            Map<String, Member> rest = new LinkedHashMap<>(members);
            for (String key : keys) {
                rest.remove(key);
            }
            return new Mapping(place, rest);
        }

        /** This mapping with one member put in place of another, or added. */
        public Mapping with(String key, Member member) {
            Map<String, Member> changed = new LinkedHashMap<>(members);
            changed.put(key, member);
            return new Mapping(place, changed);
        }

        @Override
        public String shown() {
            return "a mapping";
        }
    }

    /**
     * A key and its value.
     *
     * @param key   where the key stands
     * @param value the value
     */
    record Member(Place key, Value value) {}
}
