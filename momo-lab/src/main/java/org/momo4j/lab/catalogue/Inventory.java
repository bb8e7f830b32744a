package org.momo4j.lab.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Provider;

/**
 * Everything that is installed, described.
 *
 * @param kinds entries by kind, in the order in which they are shown
 */
public record Inventory(Map<String, List<Entry>> kinds) {
    /** Describes these catalogues. */
    public static Inventory of(Catalogues catalogues) {
        Map<String, List<Entry>> kinds = new LinkedHashMap<>();
        kinds.put("optimizers", catalogues.optimizers().entries().values().stream()
                .map(provider -> optimizer(provider, plugin(catalogues.optimizers(), provider.name()))).toList());
        kinds.put("bounds", describe(catalogues.bounds()));
        kinds.put("objectives", describe(catalogues.objectives()));
        kinds.put("schedules", describe(catalogues.schedules()));
        kinds.put("checks", catalogues.checks().entries().values().stream()
                .map(c -> new Entry(c.name(), c.statement(), List.of(), plugin(catalogues.checks(), c.name())))
                .toList());
        return new Inventory(kinds);
    }

    private static List<Entry> describe(Catalogue<? extends Provider<?>> catalogue) {
        return catalogue.entries().values().stream()
                .map(p -> new Entry(p.name(), p.description(), hyperParameters(p), plugin(catalogue, p.name())))
                .toList();
    }

    private static Entry optimizer(OptimizerProvider<?> provider, String plugin) {
        List<Entry.HyperParameterEntry> all = new ArrayList<>();
        all.add(new Entry.HyperParameterEntry("lr", provider.defaultLearningRate(),
                "a number in (0, inf], or a schedule",
                "learning rate"));
        all.addAll(hyperParameters(provider));
        return new Entry(provider.name(), provider.description(), all, plugin);
    }

    private static String plugin(Catalogue<?> catalogue, String name) {
        return catalogue.plugin(name).map(PluginId::jar).orElse("");
    }

    private static List<Entry.HyperParameterEntry> hyperParameters(Provider<?> provider) {
        return provider.hyperParameters().components().stream().map(Entry.HyperParameterEntry::of).toList();
    }
}
