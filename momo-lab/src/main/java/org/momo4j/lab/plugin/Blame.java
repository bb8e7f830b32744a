package org.momo4j.lab.plugin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose fault it was. */
public final class Blame {
    private static final int DEEPEST = 20;

    private Blame() {}

    /** The plugin in whose code something was thrown, or passed on: {@code plugin x.jar}. Empty if none had to do with it. */
    public static Optional<String> of(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), cause -> cause.map(Throwable::getCause)).limit(DEEPEST)
                .takeWhile(Optional::isPresent).map(Optional::get).flatMap(e -> Arrays.stream(e.getStackTrace()))
                .flatMap(frame -> PluginClassLoader.plugin(frame).stream()).findFirst();
    }
}
