package org.momo4j.lab.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.momo4j.api.provider.Choice;

/**
 * Everything of one kind that is installed, by name.
 *
 * @param <T> what is listed
 */
public final class Catalogue<T> {
    private final String kind;
    private final Map<String, T> entries;
    private final Map<String, PluginId> plugins;

    /**
     * A catalogue of entries that no plugin brought.
     *
     * @param kind    what one of them is called, say {@code optimizer}
     * @param entries by name
     */
    public Catalogue(String kind, Map<String, ? extends T> entries) {
        this(kind, entries, Map.of());
    }

    /**
     * A catalogue.
     *
     * @param kind    what one of the entries is called, say {@code optimizer}
     * @param entries by name
     * @param plugins where entries come from, by name; those that are missing are built in
     */
    public Catalogue(String kind, Map<String, ? extends T> entries, Map<String, PluginId> plugins) {
        this.kind = kind;
        this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
        this.plugins = Map.copyOf(plugins);
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

    /**
     * Collects the plugins that a choice needs, those of choices within it included.
     *
     * @param into names of jars by their digests
     */
    public void plugins(Choice choice, Map<String, String> into) {
        plugin(choice.name()).ifPresent(plugin -> into.put(plugin.digest(), plugin.jar()));
        choice.values().values().forEach(value -> inner(value).ifPresent(inner -> plugins(inner, into)));
    }

    /** A choice within a choice stands there as a specification writes it: a name, or a mapping with a name. */
    private static Optional<Choice> inner(Object value) {
        return switch (value) {
            case Choice choice -> Optional.of(choice);
            case String name -> Optional.of(Choice.of(name));
            case Map<?, ?> map when map.get("name") instanceof String name -> Optional.of(new Choice(name,
                    map.entrySet().stream().filter(entry -> entry.getKey() instanceof String key && !key.equals("name"))
                            .collect(Collectors.toMap(entry -> (String) entry.getKey(), Map.Entry::getValue))));
            default -> Optional.empty();
        };
    }

    /** The plugin that brought the entry of this name; empty for what is built in. */
    public Optional<PluginId> plugin(String name) {
        return Optional.ofNullable(plugins.get(name));
    }
}
