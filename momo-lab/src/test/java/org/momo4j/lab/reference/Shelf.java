package org.momo4j.lab.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Provider;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.catalogue.Entry;
import org.momo4j.lab.catalogue.Inventory;

/**
 * All that is described, by kind.
 *
 * @param momentum   names of those optimizers that are a momentum method with MoMo's step size
 * @param optimizers optimizers, momentum methods among them with the class of the method
 * @param bounds     lower bounds
 * @param schedules  schedules
 * @param objectives objectives
 */
record Shelf(List<String> momentum, List<Listed<OptimizerProvider<?>>> optimizers,
        List<Listed<LowerBoundProvider<?>>> bounds, List<Listed<LearningRateProvider<?>>> schedules,
        List<Listed<ObjectiveProvider<?>>> objectives) {
    /** All that is installed. */
    static Shelf of(Catalogues installed) {
        Map<String, Class<?>> methods = new TreeMap<>();
        for (MomentumMethodProvider<?> method : ServiceLoader.load(MomentumMethodProvider.class)) {
            methods.put(method.name(), method.getClass());
        }
        Map<String, List<Entry>> described = Inventory.of(installed).kinds();
        return new Shelf(List.copyOf(methods.keySet()),
                list(installed.optimizers(), described.get("optimizers"), methods),
                list(installed.bounds(), described.get("bounds"), Map.of()),
                list(installed.schedules(), described.get("schedules"), Map.of()),
                list(installed.objectives(), described.get("objectives"), Map.of()));
    }

    /** The classes with pages, or parts of pages, of their own: files from the root of the project, by the names of classes. */
    Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        optimizers.forEach(o -> places.put(o.type(), ReferencePages.FOLDER + "optimizers/" + o.name() + ".md"));
        bounds.forEach(b -> places.put(b.type(), ReferencePages.FOLDER + "bounds/" + b.name() + ".md"));
        schedules.forEach(s -> places.put(s.type(), ReferencePages.FOLDER + "schedules.md#" + s.name()));
        return places;
    }

    /** The classes whose Javadoc is shown. */
    Stream<String> types() {
        return Stream.of(optimizers, bounds, schedules).flatMap(List::stream).map(Listed::type);
    }

    private static <P extends Provider<?>> List<Listed<P>> list(Catalogue<P> catalogue, List<Entry> entries,
            Map<String, Class<?>> classes) {
        return entries.stream().map(entry -> {
            P provider = catalogue.get(entry.name());
            return Listed.of(provider, entry,
                    Optional.<Class<?>>ofNullable(classes.get(entry.name())).orElse(provider.getClass()));
        }).toList();
    }
}
