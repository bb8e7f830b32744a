package org.momo4j.core.preconditioner.shampoo;

import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;

/** The block of D_k that belongs to one tensor; vectors are those of all parameters. */
interface TensorMetric {
    /** Forms the candidate. */
    void observe(long k, FlatVector gradient);

    /** Writes the tensor's part of D_k^-1 d. */
    void applyInverse(FlatVector direction, FlatVector out);

    /** Makes the candidate final. */
    void accept();

    /** What is final. */
    State state();

    /**
     * Reads a state, and changes nothing yet.
     *
     * @return brings the state back
     * @throws IllegalArgumentException if it is another's
     */
    Runnable restoring(State state);
}
