package org.momo4j.nn.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/** Two convolutions and a linear layer. */
final class ConvNet {
    private ConvNet() {}

    static Block block(List<Long> inputShape, int classes) {
        Images.require("convnet", inputShape, 4);
        return new SequentialBlock().add(convolution(16)).add(Activation.reluBlock()).add(halved())
                .add(convolution(32)).add(Activation.reluBlock()).add(halved()).add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(classes).build());
    }

    private static Block convolution(int channels) {
        return Conv2d.builder().setFilters(channels).setKernelShape(new Shape(5, 5)).optPadding(new Shape(2, 2))
                .build();
    }

    private static Block halved() {
        return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }
}
