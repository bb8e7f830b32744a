package org.momo4j.nn.dl4j;

import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.RunListener;

/** What {@code fit} does once a batch in place of DL4J's updater. */
final class FitStep {
    private final Dl4jModel model;
    private final Optimizer optimizer;
    private final RunListener listener;

    FitStep(Dl4jModel model, Optimizer optimizer, RunListener listener) {
        this.model = model;
        this.optimizer = optimizer;
        this.listener = listener;
    }

    /** The batch of this many examples has gone forward and backward. */
    void take(int batchSize) {
        listener.step(model.step(optimizer, batchSize));
    }
}
