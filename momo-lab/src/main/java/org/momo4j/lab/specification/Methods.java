package org.momo4j.lab.specification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Provider;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.catalogue.Spelling;
import org.momo4j.lab.specification.document.Value;
import org.momo4j.lab.specification.grid.Axes;
import org.momo4j.lab.specification.grid.Distribution;
import org.momo4j.lab.specification.grid.Draw;
import org.momo4j.lab.specification.grid.Normal;
import org.momo4j.lab.specification.key.RandomKeys;
import org.momo4j.lab.specification.key.Vocabulary;

/** Reads entries of {@code optimizers}: name, lr, bound, and the hyper-parameters of the method. */
final class Methods {
    private static final String KNOWN = "known";

    private final Catalogues catalogues;
    private final RandomKeys random;
    private final Component rate;

    /**
     * Reads with these.
     *
     * @param catalogues what is installed
     * @param random     how often distributions are drawn from
     */
    Methods(Catalogues catalogues, RandomKeys random) {
        this.catalogues = catalogues;
        this.random = random;
        rate = Vocabulary.rate(catalogues);
    }

    /** All methods that an entry stands for, each once. */
    Set<Method> of(Value entry) {
        Set<Method> all = new LinkedHashSet<>();
        if (Distribution.within(entry)) {
            for (int i = 0; i < random.samples(); i++) {
                read(entry, new Axes(Optional.of(new Draw(random.seed(), i))), all);
            }
        } else {
            read(entry, Axes.PLAIN, all);
        }
        return all;
    }

    private void read(Value entry, Axes axes, Set<Method> into) {
        Value.Mapping mapping = entry instanceof Value.Mapping given
                ? given.without("name", Vocabulary.LR, Vocabulary.BOUND)
                : new Value.Mapping(entry.place(), Map.of());
        Optional<Value.Mapping> outer = entry instanceof Value.Mapping given ? Optional.of(given) : Optional.empty();
        for (Value name : Axes.names(entry, catalogues.optimizers())) {
            OptimizerProvider<?> provider = Axes.provider(name, catalogues.optimizers());
            unknownNamesLrAndBound(mapping, provider);
            List<Choice> optimizers = axes.complete(provider, mapping, catalogues.optimizers());
            List<Choice> rates = outer.flatMap(m -> m.get(Vocabulary.LR)).map(lr -> rates(lr, axes))
                    .orElseGet(() -> List.of(constant(provider.defaultLearningRate())));
            List<Choice> bounds = axes.choices(outer.flatMap(m -> m.get(Vocabulary.BOUND))
                    .orElseGet(() -> new Value.Scalar(entry.place(), KNOWN, true)), catalogues.bounds());
            for (Choice lr : rates) {
                for (Choice optimizer : optimizers) {
                    bounds.forEach(bound -> into.add(new Method(optimizer, lr, bound)));
                }
            }
        }
    }

    /** A misspelled {@code bound} is no hyper-parameter, but it was meant to be something. */
    private static void unknownNamesLrAndBound(Value.Mapping mapping, Provider<?> provider) {
        List<String> known = new ArrayList<>(List.of(Vocabulary.LR, Vocabulary.BOUND));
        provider.hyperParameters().components().forEach(c -> known.add(c.name()));
        Axes.known(mapping, "hyper-parameter of " + provider.name(), known);
    }

    private List<Choice> rates(Value lr, Axes axes) {
        return Axes.items(lr).stream().flatMap(item -> rate(item, axes).stream()).toList();
    }

    private List<Choice> rate(Value item, Axes axes) {
        Catalogue<LearningRateProvider<?>> schedules = catalogues.schedules();
        if (item instanceof Value.Mapping mapping && Distribution.is(mapping)) {
            return List.of(constant((double) Distribution.draw(named(rate), mapping, axes.draw())));
        }
        if (item instanceof Value.Mapping mapping && mapping.get("name").isEmpty()) {
            throw item.place().refuse(item.place().subject() + " is a mapping without a name; it must be a number, "
                    + "{name: ...} of a schedule of " + schedules.names() + ", or {logUniform: [from, to]}");
        }
        if (!(item instanceof Value.Scalar scalar)) {
            return axes.choices(item, schedules);
        }
        if (schedules.names().contains(scalar.text())) {
            return axes.choices(item, schedules);
        }
        try {
            return List.of(constant((double) rate.read(scalar.text())));
        } catch (IllegalArgumentException e) {
            throw item.place().refuse(item.place().subject() + " is " + item.shown() + "; it must be "
                    + rate.allowed() + ", or a schedule" + Spelling.nearest(scalar.text(), schedules.names())
                            .map(near -> "; did you mean \"" + near + "\"?").orElse(""));
        }
    }

    /** All learning rates are drawn alike, whatever the schedule calls them. */
    private static Component named(Component rate) {
        return new Component(Vocabulary.LR, rate.type(), rate.description(), rate.byDefault(), rate.range());
    }

    private Choice constant(double value) {
        return new Choice(Vocabulary.CONSTANT, Map.of(rate.name(), Normal.of(value)));
    }
}
