package org.momo4j.lab.run;

import java.util.Map;
import java.util.Optional;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.state.State;
import org.momo4j.lab.catalogue.Catalogue;

/**
 * An objective that many runs use, one after the other: data are read once, and the optimum is computed once. One that holds what the
 * collector does not free (a network's native memory) is {@link AutoCloseable}, and is closed when it is used no more.
 */
final class HeldObjective implements AutoCloseable {
    private final Objective objective;
    private final State fresh;
    private Optional<Optional<Double>> optimum = Optional.empty();

    private HeldObjective(Objective objective) {
        this.objective = objective;
        fresh = objective.state();
    }

    static HeldObjective create(Choice choice, Catalogue<ObjectiveProvider<?>> objectives) {
        return new HeldObjective(create(objectives.get(choice.name()), choice.values()));
    }

    private static <P> Objective create(ObjectiveProvider<P> provider, Map<String, Object> values) {
        return provider.create(provider.hyperParameters().read(values));
    }

    /** The objective as if nobody had used it. */
    Objective fresh() {
        objective.restore(fresh);
        return objective;
    }

    /** f*, where it is known. */
    Optional<Double> optimum() {
        if (optimum.isEmpty()) {
            optimum = Optional.of(objective.optimum().map(Optimum::value));
        }
        return optimum.orElseThrow();
    }

    /**
     * The objective is used no more.
     *
     * @throws IllegalStateException if it cannot be closed
     */
    @Override
    public void close() {
        if (objective instanceof AutoCloseable resource) {
            try {
                resource.close();
            } catch (Exception e) { // as its author likes
                throw new IllegalStateException("an objective could not be closed: " + e.getMessage(), e);
            }
        }
    }
}
