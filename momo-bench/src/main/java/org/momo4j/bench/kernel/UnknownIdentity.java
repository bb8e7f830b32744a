package org.momo4j.bench.kernel;

import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;

/**
 * The identity, as a plugin would write it: momo-core cannot know what it does, and takes the way that is open to every
 * metric. What that way costs is the difference to MoMo, whose mathematics is the same.
 */
final class UnknownIdentity implements Preconditioner {
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
