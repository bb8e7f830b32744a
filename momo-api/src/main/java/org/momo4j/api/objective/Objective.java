package org.momo4j.api.objective;

import java.util.Map;
import java.util.Optional;
import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;

/**
 * A stochastic oracle of f(x) = (1/n) Σ_s f(x, s): convex problems and networks alike. Confined to one thread at a
 * time. What must go on after an interruption (statistics of batch normalisation, dropout streams) is its state.
 */
public interface Objective extends Stateful {
    /** The parameters: how many, and what they are called. */
    ParameterLayout layout();

    /** n, the number of examples that batches choose from; 1 for a deterministic function. */
    int samples();

    /**
     * Writes the starting point x_1.
     *
     * @param seed   the run's seed; a convex problem starts at the same point for all seeds
     * @param params receives x_1
     * @throws IllegalArgumentException if {@code params} has not the size of the layout
     */
    void start(long seed, FlatVector params);

    /**
     * Mean loss and mean (sub)gradient over a batch, on the same scale.
     *
     * @param at          the point, of either element type
     * @param batch       which examples, at least one
     * @param gradientOut receives the gradient; same size and type as {@code at}
     * @return the mean loss
     * @throws IllegalArgumentException if {@code at} has not the size of the layout, or {@code gradientOut} not the size
     *                                  and type of {@code at}
     */
    double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut);

    /**
     * The loss over all examples, and whatever else is worth knowing. Changes no later answer.
     *
     * @throws IllegalArgumentException if {@code at} has not the size of the layout
     */
    Evaluation evaluate(FlatVector at);

    /** The optimal value, where it is known. */
    default Optional<Optimum> optimum() {
        return Optional.empty();
    }

    /** What the data were read from: the SHA-256 of every file, in hexadecimal, by the name of the data; empty for generated data. */
    default Map<String, String> dataDigests() {
        return Map.of();
    }

    /** Nothing, unless the objective remembers something. */
    @Override
    default State state() {
        return State.empty();
    }

    /** Nothing to bring back, unless the objective remembers something. */
    @Override
    default void restore(State state) {
        state.requireVersion(1);
    }
}
