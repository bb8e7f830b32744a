package org.momo4j.nn.dl4j;

import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** x ← x − rate g, rounded where DL4J's own Sgd rounds. */
record PlainSgd(double rate) implements Optimizer {
    @Override
    public StepReport step(FlatVector params, Sample sample) {
        FlatVector gradient = sample.gradient();
        for (long i = 0; i < params.size(); i++) {
            if (params.type() == ElementType.FLOAT32) {
                params.set(i, (float) params.get(i) - (float) rate * (float) gradient.get(i));
            } else {
                params.set(i, params.get(i) - rate * gradient.get(i));
            }
        }
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
