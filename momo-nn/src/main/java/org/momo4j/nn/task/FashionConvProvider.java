package org.momo4j.nn.task;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;

/** Provides {@code fashion-conv}. */
public final class FashionConvProvider implements ObjectiveProvider<NetworkOptions> {
    private final Classification task = new Classification("fashion-conv", "fashion-mnist", Model.CONVNET);

    @Override
    public String name() {
        return task.name();
    }

    @Override
    public String description() {
        return "two convolutions 5x5 and a linear layer on Fashion-MNIST; cross-entropy";
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
