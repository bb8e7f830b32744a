package org.momo4j.nn.djl;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import java.util.List;

/** Two hidden layers with ReLU. */
final class Perceptron {
    private static final long HIDDEN = 100;

    private Perceptron() {}

    static Block block(List<Long> inputShape, int classes) {
        long inputs = inputShape.stream().reduce(1L, Math::multiplyExact);
        return new SequentialBlock().add(Blocks.batchFlattenBlock(inputs)).add(linear(HIDDEN))
                .add(Activation.reluBlock()).add(linear(HIDDEN)).add(Activation.reluBlock()).add(linear(classes));
    }

    private static Block linear(long units) {
        return Linear.builder().setUnits(units).build();
    }
}
