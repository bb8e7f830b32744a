package org.momo4j.nn.dl4j;

import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;

/** Writes a point of its own making. */
record Overwriting() implements Optimizer {
    @Override
    public StepReport step(FlatVector params, Sample sample) {
        params.fill(7);
        return new StepReport.Builder().k(1).loss(sample.loss()).build();
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
