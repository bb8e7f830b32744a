package org.momo4j.lab.plugin;

import java.util.Optional;
import org.momo4j.lab.catalogue.PluginId;

/**
 * Something that was found.
 *
 * @param <T>     what it is used as
 * @param name    its name
 * @param what    the thing
 * @param builtIn whether it is the program's own
 * @param by      the class that it was found as
 * @param plugin  where it comes from, unless it is built in
 */
record Offer<T>(String name, T what, boolean builtIn, Class<?> by, Optional<PluginId> plugin) {
    /** Whether another offer is the same class, that of this one or out of a plugin that brings a module of ours along. */
    boolean isCopiedBy(Offer<T> other) {
        return builtIn && other.by.getName().equals(by.getName());
    }

    /** As the subject of a sentence. */
    String subject() {
        return by.getName() + plugin.map(p -> " of " + p).orElse("");
    }
}
