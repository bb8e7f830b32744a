package org.momo4j.nn.task;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;

/** Provides {@code fashion-resnet20}. */
public final class FashionResNet20Provider implements ObjectiveProvider<NetworkOptions> {
    private final Classification task = new Classification("fashion-resnet20", "fashion-mnist", Model.RESNET_20);

    @Override
    public String name() {
        return task.name();
    }

    @Override
    public String description() {
        return "ResNet-20 (He et al., CVPR 2016) on Fashion-MNIST; cross-entropy";
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
