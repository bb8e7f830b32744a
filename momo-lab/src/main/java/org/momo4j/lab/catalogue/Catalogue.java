package org.momo4j.lab.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything of one kind that is installed, by name.
 *
 * @param <T> what is listed
 */
public final class Catalogue<T> {
    private final String kind;
    private final Map<String, T> entries;

    /**
     * A catalogue of these entries.
     *
     * @param kind    what one of them is called, say {@code optimizer}
     * @param entries by name
     */
    public Catalogue(String kind, Map<String, ? extends T> entries) {
        this.kind = kind;
        this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /** All names, sorted. */
    public List<String> names() {
        return new ArrayList<>(entries.keySet());
    }

    /** All entries, sorted by name. */
    public Map<String, T> entries() {
        return entries;
    }

    /**
     * The entry of this name.
     *
     * @throws IllegalArgumentException if there is none, with a guess of what was meant
     */
    public T get(String name) {
        return Optional.ofNullable(entries.get(name)).orElseThrow(
                () -> new IllegalArgumentException(
                        "unknown " + kind + " \"" + name + "\"; " + Spelling.hint(name, names())));
    }
}
