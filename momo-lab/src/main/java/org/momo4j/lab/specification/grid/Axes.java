package org.momo4j.lab.specification.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.Provider;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.catalogue.Spelling;
import org.momo4j.lab.specification.document.Place;
import org.momo4j.lab.specification.document.Value;

/**
 * Expands what is written into all that it stands for: a list is an axis of a grid, and what holds lists stands for the product
 * of them. A choice within a choice is of the same kind.
 *
 * @param draw of a random search, if there is one
 */
public record Axes(Optional<Draw> draw) {
    /** More runs, or points of one grid, are a slip of the pen. */
    public static final int MOST = 1_000_000;

    private static final String NAME = "name";

    /** For components none of which is a choice. */
    public static final Catalogue<Provider<?>> NO_CHOICES = new Catalogue<>("choice", Map.of());

    /** Without random search. */
    public static final Axes PLAIN = new Axes(Optional.empty());

    /** The items of an axis, or the value itself. */
    public static List<Value> items(Value value) {
        if (value instanceof Value.Sequence list) {
            if (list.items().isEmpty()) {
                throw value.place().refuse(value.place().subject()
                        + " is an empty list, which stands for no run at all; give it a value");
            }
            return list.items();
        }
        return List.of(value);
    }

    /** Everything that a name, a mapping with a name, or a list of such stands for, defaults filled in. */
    public List<Choice> choices(Value value, Catalogue<? extends Provider<?>> catalogue) {
        List<Choice> all = new ArrayList<>();
        for (Value item : items(value)) {
            for (Value name : names(item, catalogue)) {
                Value.Mapping mapping = item instanceof Value.Mapping given
                        ? given.without(NAME)
                        : new Value.Mapping(item.place(), Map.of());
                all.addAll(complete(provider(name, catalogue), mapping, catalogue));
            }
        }
        return all;
    }

    /** The names in a choice: one, or an axis of them. */
    public static List<Value> names(Value item, Catalogue<?> catalogue) {
        return switch (item) {
            case Value.Scalar name -> List.of(name);
            case Value.Mapping mapping -> items(mapping.get(NAME).orElseThrow(() -> item.place().refuse(
                    item.place().subject() + " has no name; there are " + catalogue.names())));
            case Value.Sequence list -> throw item.place().mustBe(item.shown(), "a name, or {name: ..., ...}");
        };
    }

    /** The provider of a name. */
    public static <T extends Provider<?>> T provider(Value name, Catalogue<T> catalogue) {
        if (!(name instanceof Value.Scalar scalar) || scalar.isNothing()) {
            throw name.place().mustBe(name.shown(), "one of " + catalogue.names());
        }
        try {
            return catalogue.get(scalar.text());
        } catch (IllegalArgumentException e) {
            throw name.place().refuse(name.place().subject() + ": " + e.getMessage());
        }
    }

    /** Every choice of this provider that a mapping of hyper-parameters stands for. */
    public List<Choice> complete(Provider<?> provider, Value.Mapping given,
            Catalogue<? extends Provider<?>> catalogue) {
        HyperParameters<?> parameters = provider.hyperParameters();
        known(given, "hyper-parameter of " + provider.name(),
                parameters.components().stream().map(Component::name).toList());
        return product(parameters.components(), given, catalogue).stream().map(values -> {
            checked(parameters, given.place(), values);
            return new Choice(provider.name(), values);
        }).toList();
    }

    /** Refuses keys that nobody reads. */
    public static void known(Value.Mapping mapping, String kind, Collection<String> known) {
        mapping.members().forEach((key, member) -> {
            if (!known.contains(key)) {
                throw member.key().refuse(member.key().path() + " is no " + kind + "; "
                        + (known.isEmpty() ? "there is none" : Spelling.hint(key, known)));
            }
        });
    }

    /** Values may be right one by one, and yet not go together. */
    private static void checked(HyperParameters<?> parameters, Place place, Map<String, Object> values) {
        try {
            parameters.read(values);
        } catch (IllegalArgumentException e) {
            throw place.refuse(place.subject() + ": " + e.getMessage());
        }
    }

    /** All values of these components that a mapping stands for; the last component changes fastest. */
    public List<Map<String, Object>> product(List<Component> components, Value.Mapping given,
            Catalogue<? extends Provider<?>> catalogue) {
        List<Map<String, Object>> all = List.of(Map.of());
        for (Component component : components) {
            List<Object> values = given.get(component.name())
                    .map(value -> values(component, value, catalogue))
                    .orElseGet(() -> List.of(byDefault(component, given.place(), catalogue)));
            if ((long) all.size() * values.size() > MOST) {
                throw given.place().refuse(given.place().subject() + " stands for more than " + MOST
                        + " points of a grid; make it smaller");
            }
            all = extended(all, component.name(), values);
        }
        return all;
    }

    private static List<Map<String, Object>> extended(List<Map<String, Object>> all, String name,
            List<Object> values) {
        return all.stream().flatMap(before -> values.stream().map(value -> {
            Map<String, Object> more = new LinkedHashMap<>(before);
            more.put(name, value);
            return more;
        })).toList();
    }

    private List<Object> values(Component component, Value value, Catalogue<? extends Provider<?>> catalogue) {
        if (component.type() == Choice.class) {
            return choices(value, catalogue).stream().map(Normal::of).toList();
        }
        boolean one = component.type() == List.class && value instanceof Value.Sequence list
                && list.items().stream().noneMatch(Value.Sequence.class::isInstance);
        return (one ? List.of(value) : items(value)).stream()
                .map(item -> Normal.of(item instanceof Value.Mapping mapping && Distribution.is(mapping)
                        ? Distribution.draw(component, mapping, draw)
                        : Single.read(component, item)))
                .toList();
    }

    private Object byDefault(Component component, Place place, Catalogue<? extends Provider<?>> catalogue) {
        Object value = component.byDefault().orElseThrow(() -> place.refuse(
                place.key(component.name(), "").path() + " is missing; it must be " + component.allowed()));
        return Normal.of(value instanceof Choice choice
                ? complete(catalogue.get(choice.name()), new Value.Mapping(place, Map.of()), catalogue).getFirst()
                : value);
    }
}
