package org.momo4j.nn.task;

import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;

/** Provides {@code cifar10-resnet20}. */
public final class Cifar10ResNet20Provider implements ObjectiveProvider<NetworkOptions> {
    private final Classification task = new Classification("cifar10-resnet20", "cifar10", Model.RESNET_20);

    @Override
    public String name() {
        return task.name();
    }

    @Override
    public String description() {
        return "ResNet-20 (He et al., CVPR 2016) on CIFAR-10, without augmentation; cross-entropy";
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
