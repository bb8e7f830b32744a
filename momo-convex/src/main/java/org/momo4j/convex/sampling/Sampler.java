package org.momo4j.convex.sampling;

import org.momo4j.api.objective.Batch;
import org.momo4j.api.state.Stateful;

/** Draws batches. A restored sampler goes on where the one that was saved stopped. */
public interface Sampler extends Stateful {
    /** The next batch; it may be the same object every time, refilled. */
    Batch next();
}
