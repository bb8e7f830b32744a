package org.momo4j.lab.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.catalogue.PluginId;

/**
 * What is offered of one kind. Of things with one name, the one that is built in stays; where none is, all are left out: nobody could
 * tell which of them gave the numbers.
 *
 * @param <T> what an offer is used as
 */
public final class Offers<T> {
    private final String kind;
    private final Plugins plugins;
    private final List<Offer<T>> all = new ArrayList<>();

    Offers(String kind, Plugins plugins) {
        this.kind = kind;
        this.plugins = plugins;
    }

    /**
     * Adds all providers of a service.
     *
     * @param service the service
     * @param name    the name of a provider
     * @param adapt   what it is used as; whatever is wrong with the provider should come out here
     */
    public <S> Offers<T> of(Class<S> service, Function<? super S, String> name,
            Function<? super S, ? extends T> adapt) {
        all.addAll(plugins.find(service, adapt, name));
        return this;
    }

    /** Adds what was bound by name, which counts as built in. */
    public Offers<T> bound(Map<String, ? extends T> byName) {
        byName.forEach((name, what) -> all.add(new Offer<>(name, what, true, what.getClass(), Optional.empty())));
        return this;
    }

    /** What is left, by name. */
    public Catalogue<T> catalogue() {
        Map<String, List<Offer<T>>> byName = all.stream()
                .collect(Collectors.groupingBy(Offer::name, LinkedHashMap::new, Collectors.toList()));
        Map<String, T> entries = new LinkedHashMap<>();
        Map<String, PluginId> origins = new LinkedHashMap<>();
        byName.forEach((name, offers) -> chosen(offers).ifPresent(offer -> {
            entries.put(name, offer.what());
            offer.plugin().ifPresent(plugin -> {
                origins.put(name, plugin);
                plugins.use(plugin, kind + " " + name);
            });
        }));
        return new Catalogue<>(kind, entries, origins);
    }

    private Optional<Offer<T>> chosen(List<Offer<T>> offers) {
        if (offers.size() == 1) {
            return Optional.of(offers.getFirst());
        }
        Optional<Offer<T>> own = offers.stream().filter(Offer::builtIn).findFirst();
        List<Offer<T>> out = offers.stream().filter(offer -> own.isEmpty() || !own.get().isCopiedBy(offer)).toList();
        if (out.isEmpty()) {
            return own;
        }
        plugins.leaveOut(out.stream().map(Offer::subject).collect(Collectors.joining(" and "))
                + (out.size() == 1 ? " is" : " are") + " left out: " + offers.size() + " " + kind + "s are called \""
                + offers.getFirst().name() + "\""
                + own.map(offer -> ", and " + offer.by().getName() + " is built in").orElse(""));
        return own;
    }
}
