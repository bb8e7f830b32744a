package org.momo4j.nn.task;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;

/** Provides {@code digits-mlp}. */
public final class DigitsMlpProvider implements ObjectiveProvider<NetworkOptions> {
    private final Classification task = new Classification("digits-mlp", "digits", Model.MLP);

    @Override
    public String name() {
        return task.name();
    }

    @Override
    public String description() {
        return "perceptron 64-100-100-10 with ReLU on 8x8 digits, which are shipped; cross-entropy";
    }

    @Override
    public HyperParameters<NetworkOptions> hyperParameters() {
        return HyperParameters.of(NetworkOptions.class);
    }

    @Override
    public Objective create(NetworkOptions options) {
        return task.objective(options);
    }

    @Override
    public void requireData(NetworkOptions options) {
        task.requireData();
    }
}
