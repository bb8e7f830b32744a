package org.momo4j.nn.network;

import java.util.List;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * A classifier that some engine computes: what {@link NetworkObjective} needs of it. Confined to one thread at a time.
 *
 * <p>
 * Its trainable parameters, and nothing else, lie in one flat vector, in the order of {@link #parameters()}. The network owns no
 * parameters: it computes at the vector that it is bound to. What it remembers beside them (the statistics of batch normalisation)
 * is its state. It draws random numbers (dropout) from the seed of a pass alone, so no stream of an engine need be saved.
 */
public interface Network extends Stateful {
    /** The type the engine computes in, which the vectors and inputs that it is given have. */
    ElementType type();

    /** The trainable parameters, in the order in which they lie in the flat vector, without gaps. */
    List<NetworkParameter> parameters();

    /** The shape of one example, without a batch dimension: {@code [784]}, {@code [3, 32, 32]} (channels first). */
    List<Long> inputShape();

    /** Number of classes; labels are 0 to classes − 1. */
    int classes();

    /**
     * From now on the parameters are those in this vector: what is written there later is seen by the next pass. Costs nothing if the
     * network is bound to the same memory already, and may cost as much as a copy of the parameters where it is not; the engine's class
     * says what. The vector must stay valid while it is bound, and is never written.
     *
     * @throws IllegalArgumentException if size or type differ
     */
    void bind(FlatVector params);

    /**
     * Forward and backward pass in training mode: mean loss and gradient of that mean, both over the batch, without any penalty. Moves
     * the statistics of batch normalisation.
     *
     * @param batch       at least one example
     * @param seed        of all random numbers of this pass (dropout): the same seed, the same numbers
     * @param gradientOut receives the gradient; the size and type of the parameters
     * @return the mean loss; may be NaN or infinite, as may the gradient: the optimizer refuses such a step
     */
    double lossAndGradient(Minibatch batch, long seed, FlatVector gradientOut);

    /** Forward pass in evaluation mode: no dropout, batch normalisation by its statistics. Changes nothing. */
    Assessment assess(Minibatch batch);

    /** Forgets what was remembered: the statistics of batch normalisation are those of a new network. */
    void reset();
}
