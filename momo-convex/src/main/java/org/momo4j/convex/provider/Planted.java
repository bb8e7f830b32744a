package org.momo4j.convex.provider;

import java.util.Optional;
import java.util.function.Supplier;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.generator.PlantedData;
import org.momo4j.convex.problem.LinearObjective;
import org.momo4j.convex.problem.ScalarLoss;

/** Linear problems of which the optimum is known only if it was planted. */
final class Planted {
    private Planted() {}

    static LinearObjective objective(PlantedData planted, ScalarLoss loss, Terms terms) {
        LinearObjective bare = new LinearObjective(planted.data(), loss, 0, terms.shift(), Optional::empty);
        Supplier<Optional<Optimum>> optimum = () -> terms.l2() > 0
                ? Optional.empty()
                : planted.solution().map(FlatVector::of).map(x -> closedForm(bare, x, terms.shift()));
        return new LinearObjective(planted.data(), loss, terms.l2(), terms.shift(), optimum);
    }

    private static Optimum closedForm(LinearObjective objective, FlatVector x, double shift) {
        double value = objective.evaluate(x).loss();
        return new Optimum(value, Optional.of(x), new Optimum.Certificate("closed-form", value - shift,
                "every loss is at least its constant " + shift
                        + ", and the planted solution attains it up to rounding"));
    }
}
