package org.momo4j.lab.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.provider.Component;
import org.momo4j.lab.experiment.Training.EvaluationGrid.Kind;
import org.momo4j.lab.experiment.Training.EvaluationGrid;
import org.momo4j.lab.experiment.Training.Length;
import org.momo4j.lab.experiment.Training.Stopping;
import org.momo4j.lab.experiment.Training.Unit;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.specification.document.Value;
import org.momo4j.lab.specification.grid.Axes;
import org.momo4j.lab.specification.grid.Single;
import org.momo4j.lab.specification.key.TrainingKeys;
import org.momo4j.lab.specification.key.Vocabulary;

/** Reads how runs train: the keys of {@link TrainingKeys}, length, evaluations and stopping rules. */
final class Trainings {
    private static final int DEFAULT_POINTS = 30;

    private Trainings() {}

    /** All trainings that these keys stand for; keys of others are left alone. */
    static List<Training> of(Value.Mapping keys) {
        List<Length> lengths = lengths(keys);
        Stopping stopping = keys.get("stop").map(Trainings::stopping).orElse(Stopping.NEVER);
        List<Training> all = new ArrayList<>();
        for (Map<String, Object> values : Axes.PLAIN.product(Vocabulary.TRAINING.components(), keys,
                Axes.NO_CHOICES)) {
            TrainingKeys t = Vocabulary.TRAINING.read(values);
            for (Length length : lengths) {
                EvaluationGrid grid = keys.get("evaluate").map(e -> evaluations(e, length.unit()))
                        .orElseGet(() -> byDefault(length.unit()));
                all.add(new Training(t.type(), t.batchSize(), t.sampling(), t.accumulate(), t.clip(), length, grid,
                        stopping, t.diagnostics(), t.threads()));
            }
        }
        return all;
    }

    private static List<Length> lengths(Value.Mapping keys) {
        Optional<Value> epochs = keys.get("epochs");
        Optional<Value> steps = keys.get("steps");
        if (epochs.isPresent() && steps.isPresent()) {
            throw steps.get().place().refuse("both epochs (" + epochs.get().place().origin()
                    + ") and steps are given; a run has one length");
        }
        if (epochs.isEmpty() && steps.isEmpty()) {
            throw keys.place().refuse(keys.place().subject() + " says neither epochs nor steps; give one of them, "
                    + "a whole number from 1 on");
        }
        Unit unit = epochs.isPresent() ? Unit.EPOCHS : Unit.STEPS;
        Component component = epochs.isPresent() ? Vocabulary.EPOCHS : Vocabulary.STEPS;
        return Axes.items(epochs.or(() -> steps).orElseThrow()).stream()
                .map(item -> new Length((long) Single.read(component, item), unit)).toList();
    }

    private static EvaluationGrid byDefault(Unit unit) {
        return unit == Unit.EPOCHS
                ? new EvaluationGrid(Kind.REGULAR, 1, unit)
                : new EvaluationGrid(Kind.GEOMETRIC, DEFAULT_POINTS, unit);
    }

    private static EvaluationGrid evaluations(Value value, Unit unit) {
        if (!(value instanceof Value.Mapping mapping)) {
            throw value.place().mustBe(value.shown(), "{every: 10, unit: steps} or {points: 30}");
        }
        Axes.known(mapping, "part of evaluate", List.of("every", "unit", "points"));
        Optional<Value> points = mapping.get("points");
        if (points.isPresent() && mapping.members().size() > 1) {
            throw points.get().place().refuse(points.get().place().path() + " stands beside "
                    + mapping.without("points").members().keySet()
                    + "; it must be {every: ..., unit: ...} or {points: ...}");
        }
        if (points.isPresent()) {
            return new EvaluationGrid(Kind.GEOMETRIC, (long) Single.read(Vocabulary.POINTS, points.get()), unit);
        }
        Value every = mapping.get("every").orElseThrow(
                () -> value.place()
                        .refuse(value.place().subject() + " has neither every nor points; give one of them"));
        return new EvaluationGrid(Kind.REGULAR, (long) Single.read(Vocabulary.EVERY, every),
                mapping.get("unit").map(u -> (Unit) Single.read(Vocabulary.UNIT, u)).orElse(unit));
    }

    private static Stopping stopping(Value value) {
        if (!(value instanceof Value.Mapping mapping)) {
            throw value.place().mustBe(value.shown(), "a mapping such as {gap: 1e-8, seconds: 60}");
        }
        List<Component> components = Vocabulary.STOP.components();
        Axes.known(mapping, "stopping rule", components.stream().map(Component::name).toList());
        mapping.members().values().stream().map(Value.Member::value).filter(Value.Sequence.class::isInstance)
                .findFirst().ifPresent(list -> {
                    throw list.place().mustBe(list.shown(), "one value: stopping rules are no axes of a grid");
                });
        return Vocabulary.STOP.read(Axes.PLAIN.product(components, mapping, Axes.NO_CHOICES).getFirst()).stopping();
    }
}
