package org.momo4j.nn.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/** Residual network of 20 layers with weights: 1 + 3 * 3 * 2 convolutions and a linear layer. */
final class ResNet20 {
    private static final int BLOCKS = 3;

    private ResNet20() {}

    static Block block(List<Long> inputShape, int classes) {
        Images.require("resnet-20", inputShape, 1);
        SequentialBlock net = new SequentialBlock().add(convolution(16, 1)).add(normalisation())
                .add(Activation.reluBlock());
        for (int channels = 16; channels <= 64; channels *= 2) {
            for (int i = 0; i < BLOCKS; i++) {
                boolean widens = i == 0 && channels > 16;
                net.add(residual(channels, widens ? 2 : 1)).add(Activation.reluBlock());
            }
        }
        return net.add(Pool.globalAvgPool2dBlock()).add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(classes).build());
    }

    private static Block residual(int channels, int stride) {
        Block branch = new SequentialBlock().add(convolution(channels, stride)).add(normalisation())
                .add(Activation.reluBlock()).add(convolution(channels, 1)).add(normalisation());
        Block shortcut = stride == 1
                ? Blocks.identityBlock()
                : LambdaBlock.singleton(x -> widened(x, channels), "shortcut");
        return new ParallelBlock(ends -> new NDList(ends.get(0).singletonOrThrow().add(ends.get(1).singletonOrThrow())),
                List.of(branch, shortcut));
    }

    /** Every second pixel; channels that the input has not are zero. */
    static NDArray widened(NDArray x, int channels) {
        NDArray pixels = x.get(":, :, ::2, ::2");
        Shape shape = pixels.getShape();
        NDArray zeros = pixels.getManager().zeros(
                new Shape(shape.get(0), channels - shape.get(1), shape.get(2), shape.get(3)), x.getDataType());
        return pixels.concat(zeros, 1);
    }

    private static Block convolution(int channels, int stride) {
        return Conv2d.builder().setFilters(channels).setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1))
                .optStride(new Shape(stride, stride)).optBias(false).build();
    }

    private static Block normalisation() {
        return BatchNorm.builder().build();
    }
}
