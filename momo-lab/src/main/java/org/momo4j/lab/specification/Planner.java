package org.momo4j.lab.specification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.specification.document.Place;
import org.momo4j.lab.specification.document.Value;
import org.momo4j.lab.specification.grid.Axes;
import org.momo4j.lab.specification.key.RandomKeys;
import org.momo4j.lab.specification.key.Vocabulary;
import org.momo4j.lab.specification.naming.Draft;
import org.momo4j.lab.specification.naming.FolderName;
import org.momo4j.lab.specification.naming.Naming;

/** From a document to the runs that it stands for. */
final class Planner {
    private static final String OPTIMIZER = "optimizer";
    private static final List<String> OF_THE_TOP = List.of("experiment", "optimizers", "runs", "random", "anchors",
            "defaults");

    private final Catalogues catalogues;
    private final DataFiles files;
    private final Value.Mapping top;
    private final List<Draft> drafts = new ArrayList<>();

    Planner(Catalogues catalogues, DataFiles files, Value.Mapping top) {
        this.catalogues = catalogues;
        this.files = files;
        this.top = top;
    }

    /** The experiment, called so if it does not say how. */
    Experiment plan(String byDefault) {
        List<String> known = new ArrayList<>(OF_THE_TOP);
        known.addAll(Vocabulary.OF_A_RUN);
        Value.Mapping read = top
                .without(top.members().keySet().stream().filter(k -> k.startsWith("x-")).toArray(String[]::new));
        Axes.known(read, "key of a specification", known);
        String name = name(byDefault);
        Methods methods = new Methods(catalogues, random());
        if (top.get("optimizers").isEmpty() && top.get("runs").isEmpty()) {
            throw top.place()
                    .refuse("there are no optimizers; name them, as in \"optimizers: [{name: momo, lr: [0.1, 1]}]\"");
        }
        top.get("optimizers").ifPresent(value -> {
            Common common = new Common(top);
            List<Value> entries = list(value);
            for (Choice objective : common.objectives) {
                for (Training training : common.trainings) {
                    entries.forEach(entry -> add(entry.place(), objective, training, methods.of(entry), common.seeds));
                }
            }
        });
        top.get("runs").ifPresent(value -> runs(list(value), methods));
        return new Experiment(name, Naming.of(drafts));
    }

    private String name(String byDefault) {
        if (top.get("experiment").isEmpty()) {
            return FolderName.of(byDefault);
        }
        Value value = top.get("experiment").get();
        if (!(value instanceof Value.Scalar scalar) || scalar.isNothing()
                || !scalar.text().matches("[A-Za-z0-9_][A-Za-z0-9._=+-]{0,99}")) {
            throw value.place().mustBe(value.shown(),
                    "the name of a folder: letters, digits and ._=+-, at most 100 of them, the first a letter or digit");
        }
        return scalar.text();
    }

    private RandomKeys random() {
        Value.Mapping none = new Value.Mapping(top.place(), Map.of());
        Value value = top.get("random").orElse(none);
        if (!(value instanceof Value.Mapping mapping)) {
            throw value.place().mustBe(value.shown(), "a mapping such as {samples: 20, seed: 0}");
        }
        List<Component> components = Vocabulary.RANDOM.components();
        Axes.known(mapping, "part of random", components.stream().map(Component::name).toList());
        mapping.members().values().stream().map(Value.Member::value).filter(Value.Sequence.class::isInstance)
                .findFirst().ifPresent(list -> {
                    throw list.place().mustBe(list.shown(), "one value");
                });
        return Vocabulary.RANDOM.read(Axes.PLAIN.product(components, mapping, Axes.NO_CHOICES).getFirst());
    }

    private static List<Value> list(Value value) {
        if (value instanceof Value.Sequence list) {
            return Axes.items(list);
        }
        throw value.place().mustBe(value.shown(), "a list, such as [{name: momo, lr: 0.1}]");
    }

    private void runs(List<Value> runs, Methods methods) {
        for (Value run : runs) {
            Value entry = run;
            Value.Mapping scope = top;
            if (run instanceof Value.Mapping mapping && mapping.get(OPTIMIZER).isPresent()) {
                List<String> known = new ArrayList<>(Vocabulary.OF_A_RUN);
                known.add(OPTIMIZER);
                Axes.known(mapping, "key of a run", known);
                entry = mapping.get(OPTIMIZER).get();
                scope = overlaid(mapping.without(OPTIMIZER));
            }
            Collection<Method> one = methods.of(entry);
            if (one.size() > 1) {
                throw entry.place().refuse(entry.place().subject() + " stands for " + one.size()
                        + " methods; a list is an axis in optimizers, and runs name one method each");
            }
            Common common = new Common(scope);
            for (Choice objective : common.objectives) {
                common.trainings.forEach(training -> add(run.place(), objective, training, one, common.seeds));
            }
        }
    }

    /** What a run says for itself goes before what the top says; a length before any length. */
    private Value.Mapping overlaid(Value.Mapping own) {
        Value.Mapping scope = own.get("epochs").isPresent() || own.get("steps").isPresent()
                ? top.without("epochs", "steps")
                : top;
        for (Map.Entry<String, Value.Member> member : own.members().entrySet()) {
            scope = scope.with(member.getKey(), member.getValue());
        }
        return scope;
    }

    private void add(Place place, Choice objective, Training training, Collection<Method> methods,
            List<Long> seeds) {
        if (drafts.size() + (long) methods.size() * seeds.size() > Axes.MOST) {
            throw place.refuse("the experiment stands for more than " + Axes.MOST + " runs; split it");
        }
        for (Method method : methods) {
            for (long seed : seeds) {
                drafts.add(new Draft(new RunPlan("", objective, method.optimizer(), method.learningRate(),
                        method.bound(), training, seed, Map.of(), plugins(objective, method)), place));
            }
        }
    }

    private Map<String, String> plugins(Choice objective, Method method) {
        Map<String, String> plugins = new TreeMap<>();
        catalogues.objectives().plugins(objective, plugins);
        catalogues.optimizers().plugins(method.optimizer(), plugins);
        catalogues.schedules().plugins(method.learningRate(), plugins);
        catalogues.bounds().plugins(method.bound(), plugins);
        return plugins;
    }

    /** What runs share. */
    private final class Common {
        private final List<Choice> objectives;
        private final List<Training> trainings;
        private final List<Long> seeds;

        Common(Value.Mapping scope) {
            objectives = Axes.PLAIN.choices(scope.get("objective").map(files::found).orElseThrow(
                    () -> scope.place().refuse("there is no objective; name one, as in \"objective: {name: "
                            + catalogues.objectives().names().getFirst() + "}\"")),
                    catalogues.objectives());
            trainings = Trainings.of(scope);
            seeds = Seeds.of(scope);
        }
    }
}
