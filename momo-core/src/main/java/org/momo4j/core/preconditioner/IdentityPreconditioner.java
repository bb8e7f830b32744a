package org.momo4j.core.preconditioner;

import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;

/** D_k = I: the Euclidean metric of MoMo. */
public final class IdentityPreconditioner implements Preconditioner {
    @Override
    public void observe(long k, double rate, FlatVector gradient, FlatVector direction) {
        // the metric never changes
    }

    @Override
    public FlatVector applyInverse(FlatVector direction, FlatVector out) {
        return direction;
    }

    @Override
    public void accept() {
        // the metric never changes
    }

    @Override
    public State state() {
        return State.empty();
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
    }
}
