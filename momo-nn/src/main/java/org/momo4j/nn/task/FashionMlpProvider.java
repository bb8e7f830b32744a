package org.momo4j.nn.task;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;

/** Provides {@code fashion-mlp}. */
public final class FashionMlpProvider implements ObjectiveProvider<NetworkOptions> {
    private final Classification task = new Classification("fashion-mlp", "fashion-mnist", Model.MLP);

    @Override
    public String name() {
        return task.name();
    }

    @Override
    public String description() {
        return "perceptron 784-100-100-10 with ReLU, the paper's for MNIST, on Fashion-MNIST; cross-entropy";
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
