package org.momo4j.api.provider;

import java.util.Map;

/**
 * A named implementation with some of its hyper-parameters, as a specification writes it: {@code {name: cosine, peak: 1}}.
 *
 * @param name   the name of a provider
 * @param values hyper-parameters by name; those left out have their defaults
 */
public record Choice(String name, Map<String, Object> values) {
    /** Copies the values. */
    public Choice {
        values = Map.copyOf(values);
    }

    /** This implementation with its defaults. */
    public static Choice of(String name) {
        return new Choice(name, Map.of());
    }
}
