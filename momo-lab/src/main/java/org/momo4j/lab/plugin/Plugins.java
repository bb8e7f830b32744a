package org.momo4j.lab.plugin;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.momo4j.api.theory.Check;
import org.momo4j.lab.catalogue.PluginId;

/** What the class path and the plugins offer. A provider that is broken is left out, with a sentence that names it; all others stay. */
public final class Plugins {
    private static final List<String> OURS = Stream.of("core", "bounds", "convex", "nn", "lab")
            .map(module -> "org.momo4j." + module + ".").toList();
    private static final int MOST_ERRORS = 100;

    private final List<Source> sources;
    private final PluginListener listener;
    private final Map<PluginId, List<String>> offered = new LinkedHashMap<>();

    /**
     * Opens the plugins.
     *
     * @param places   where they are
     * @param listener told what is left out, and what is used
     */
    public Plugins(PluginPlaces places, PluginListener listener) {
        this.listener = listener;
        sources = new ArrayList<>(List.of(new Source(Plugins.class.getClassLoader(), Optional.empty())));
        sources.addAll(PluginJars.open(places.jars(listener), listener));
        sources.forEach(source -> source.plugin().ifPresent(id -> offered.put(id, new ArrayList<>())));
    }

    /**
     * What is offered of one kind, with names that differ.
     *
     * @param <T>  what it is used as
     * @param kind what one of it is called, say {@code optimizer}
     */
    public <T> Offers<T> offers(String kind) {
        return new Offers<>(kind, this);
    }

    /**
     * All that is found of a service.
     *
     * @param adapt what a provider is used as; whatever it asks of the provider may throw
     * @param name  its name
     */
    <S, T> List<Offer<T>> find(Class<S> service, Function<? super S, ? extends T> adapt,
            Function<? super S, String> name) {
        List<Offer<T>> found = new ArrayList<>();
        for (Source source : sources) {
            for (S provider : load(service, source)) {
                try {
                    found.add(offer(source, provider, name.apply(provider), adapt.apply(provider)));
                } catch (RuntimeException | Error e) {
                    refuse(source, provider.getClass().getName(), e);
                }
            }
        }
        return found;
    }

    private <S> List<S> load(Class<S> service, Source source) {
        List<S> found = new ArrayList<>();
        Iterator<S> providers = ServiceLoader.load(service, source.loader()).iterator();
        for (int errors = 0; errors < MOST_ERRORS;) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                found.add(providers.next());
            } catch (ServiceConfigurationError | LinkageError e) { // the next one may be whole
                refuse(source, service.getSimpleName(), e);
                errors++;
            }
        }
        return found;
    }

    private void refuse(Source source, String subject, Throwable e) {
        listener.leftOut(
                source.plugin().map(Object::toString).orElse("the class path") + ": " + subject + " is left out: "
                        + (e instanceof IllegalArgumentException || e instanceof ServiceConfigurationError
                                ? cause(e)
                                : e.toString()));
    }

    /** Java's own sentence says that a provider cannot be instantiated, and not why. */
    private static String cause(Throwable e) {
        return e.getMessage() + Optional.ofNullable(e.getCause()).map(cause -> " (" + cause + ")").orElse("");
    }

    private static <T> Offer<T> offer(Source source, Object provider, String name, T what) {
        Class<?> by = provider.getClass();
        boolean builtIn = source.plugin().isEmpty() && OURS.stream().anyMatch(by.getName()::startsWith);
        return new Offer<>(name, what, builtIn, by,
                builtIn ? Optional.empty() : source.plugin().or(() -> Optional.of(onClassPath(by))));
    }

    private static PluginId onClassPath(Class<?> type) {
        try {
            Path file = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (!Files.isRegularFile(file)) {
                return new PluginId(file.toString(), "");
            }
            PluginJars.check(file, false);
            return new PluginId(file.getFileName().toString(), PluginJars.digest(file));
        } catch (URISyntaxException | IOException e) {
            return new PluginId("class path", "");
        }
    }

    /**
     * The check itself, guarded if it comes from a plugin: where it throws, it counts as violated, and the rest of the verification goes on.
     *
     * @throws RuntimeException if it cannot say what it states
     */
    public Check whole(Check check) {
        return GuardedCheck.of(Probe.whole(check), listener);
    }

    /** Something is not used. */
    void leaveOut(String sentence) {
        listener.leftOut(sentence);
    }

    /** Something is used. */
    void use(PluginId plugin, String what) {
        offered.computeIfAbsent(plugin, p -> new ArrayList<>()).add(what);
    }

    /** Says of every plugin what it brought. To be called when all kinds were asked for. */
    public void announce() {
        offered.forEach((plugin, offers) -> {
            if (offers.isEmpty()) {
                listener.leftOut(plugin + " offers nothing that is used");
            } else {
                listener.used(plugin + " offers " + String.join(", ", offers)
                        + "; it is foreign code, and runs with your rights");
            }
        });
    }
}
