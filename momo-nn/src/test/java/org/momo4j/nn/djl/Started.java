package org.momo4j.nn.djl;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import java.util.List;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.NetworkLayouts;

/**
 * A network bound to its starting point, and room for a gradient.
 *
 * @param network  bound to params
 * @param params   its parameters
 * @param gradient of the same size
 */
record Started(DjlNetwork network, FlatVector params, FlatVector gradient) implements AutoCloseable {
    static final List<Long> FIVE = List.of(5L);

    static Started at(DjlNetwork network, long seed) {
        FlatVector params = FlatVector.zeros(network.type(), network.flat().size());
        NetworkLayouts.start(network.parameters(), NetworkLayouts.of(network.parameters(), DecayOf.ALL), seed, params);
        network.bind(params);
        return new Started(network, params, params.zerosLike());
    }

    static Started of(Block block, ElementType type, List<Long> inputShape, int classes) {
        return at(new DjlNetwork(block, type, inputShape, classes, Beginning.DRAWN), 1);
    }

    /** 5-4-3 with ReLU. */
    static Block small() {
        return new SequentialBlock().add(linear(4)).add(Activation.reluBlock()).add(linear(3));
    }

    /** 5-4-3 with tanh. */
    static Block smooth() {
        return new SequentialBlock().add(linear(4)).add(Activation.tanhBlock()).add(linear(3));
    }

    /** 5-4-3 with batch normalisation. */
    static Block normalised() {
        return new SequentialBlock().add(linear(4)).add(BatchNorm.builder().build()).add(Activation.reluBlock())
                .add(linear(3));
    }

    /** 5-16-3 with dropout. */
    static Block dropping() {
        return new SequentialBlock().add(linear(16)).add(Activation.reluBlock())
                .add(Dropout.builder().optRate(0.5f).build()).add(linear(3));
    }

    /** 5-16-3 with batch normalisation, dropout and a shortcut. */
    static Block everything() {
        Block branch = new SequentialBlock().add(linear(5)).add(BatchNorm.builder().build())
                .add(Dropout.builder().optRate(0.5f).build());
        Block sum = new ParallelBlock(ends -> new NDList(ends.get(0).singletonOrThrow().add(ends.get(1)
                .singletonOrThrow())), List.of(branch, Blocks.identityBlock()));
        return new SequentialBlock().add(sum).add(linear(16)).add(Activation.reluBlock()).add(linear(3));
    }

    static Linear linear(long units) {
        return Linear.builder().setUnits(units).build();
    }

    @Override
    public void close() {
        network.close();
    }
}
