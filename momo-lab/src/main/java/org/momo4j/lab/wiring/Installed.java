package org.momo4j.lab.wiring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * Implementations of one service by name, as {@link ServiceLoader} finds them.
 *
 * @param <T> the service
 */
final class Installed<T> {
    private final String kind;
    private final Map<String, T> byName = new LinkedHashMap<>();
    private final Map<String, Class<?>> origin = new LinkedHashMap<>();

    /** Nothing yet; {@code kind} is what one implementation is called in messages. */
    Installed(String kind) {
        this.kind = kind;
    }

    /**
     * Adds all implementations of a service.
     *
     * @param service the service
     * @param name    the name of an implementation
     * @param adapt   what is kept of it
     * @throws IllegalArgumentException if a name is taken, naming both classes, or a provider cannot be created
     */
    <S> Installed<T> add(Class<S> service, Function<? super S, String> name, Function<? super S, ? extends T> adapt) {
        try {
            for (S found : ServiceLoader.load(service)) {
                put(name.apply(found), found.getClass(), adapt.apply(found));
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalArgumentException("cannot load a provider: " + e.getMessage(), e);
        }
        return this;
    }

    private void put(String name, Class<?> type, T entry) {
        Class<?> taken = origin.putIfAbsent(name, type);
        if (taken != null) {
            throw new IllegalArgumentException("two " + kind + "s are called \"" + name + "\": " + taken.getName()
                    + " and " + type.getName() + "; names must differ");
        }
        byName.put(name, entry);
    }

    /** The implementations by name. */
    Map<String, T> byName() {
        return byName;
    }
}
