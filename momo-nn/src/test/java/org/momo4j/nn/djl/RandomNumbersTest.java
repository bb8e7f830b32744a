package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.Task;
import org.momo4j.testkit.Bits;

/** Runs repeat, resumed ones too, and several at once. */
class RandomNumbersTest {
    private static final Blobs BLOBS = new Blobs(40, Started.FIVE, 3);

    @BeforeAll
    static void natives() {
        Natives.require();
    }

    @Test
    void theSeedOfAPassDecides() {
        Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 40);
        try (Started net = Started.of(Started.dropping(), ElementType.FLOAT32, Started.FIVE, 3)) {
            double first = net.network().lossAndGradient(batch, 5, net.gradient());
            Bits gradient = Bits.of(net.gradient());
            assertNotEquals(first, net.network().lossAndGradient(batch, 6, net.gradient()));
            Engine.getEngine("PyTorch").setRandomSeed(99);
            assertEquals(first, net.network().lossAndGradient(batch, 5, net.gradient()));
            Bits.assertSame("gradient", gradient, Bits.of(net.gradient()));
            // seeds that differ in their high half only
            assertNotEquals(first, net.network().lossAndGradient(batch, 5 + (1L << 40), net.gradient()));
        }
    }

    @Test
    void evaluationDrawsNothing() {
        Minibatch batch = BLOBS.minibatch(ElementType.FLOAT32, 0, 40);
        try (Started net = Started.of(Started.dropping(), ElementType.FLOAT32, Started.FIVE, 3)) {
            assertEquals(net.network().assess(batch), net.network().assess(batch));
        }
    }

    @Test
    void whoDraws() {
        assertTrue(RandomNumbers.drawnBy(Started.dropping()));
        assertTrue(RandomNumbers.drawnBy(Started.everything()));
        assertFalse(RandomNumbers.drawnBy(Started.normalised()));
        assertFalse(RandomNumbers.drawnBy(Architecture.RESNET_20.block(List.of(3L, 32L, 32L), 10)));
    }

    /** A run of some steps of plain descent, interrupted or not; its losses and where it ends. */
    private static List<Bits> run(Supplier<Block> block, int interruptAt) {
        return run(block, interruptAt, Started.FIVE);
    }

    private static List<Bits> run(Supplier<Block> block, int interruptAt, List<Long> shape) {
        List<Bits> all = new ArrayList<>();
        NetworkObjective objective = objective(block, shape);
        FlatVector params = FlatVector.zeros(ElementType.FLOAT32, objective.layout().size());
        FlatVector gradient = params.zerosLike();
        objective.start(3, params);
        for (int k = 0; k < 20; k++) {
            if (k == interruptAt) {
                State state = objective.state();
                objective = objective(block, shape);
                objective.restore(state);
                params = params.copy();
            }
            double loss = objective.lossAndGradient(params, Batch.of(k, k + 1, 2 * k, 7, 8), gradient);
            all.add(Bits.of(loss));
            for (long i = 0; i < params.size(); i++) {
                params.set(i, params.get(i) - 0.1 * gradient.get(i));
            }
        }
        all.add(Bits.of(params));
        all.add(Bits.of(objective.state()));
        return all;
    }

    private static NetworkObjective objective(Supplier<Block> block, List<Long> shape) {
        return new NetworkObjective(new DjlNetwork(block.get(), ElementType.FLOAT32, shape, 3, Beginning.DRAWN),
                Task.of(new Blobs(40, shape, 3)));
    }

    @Test
    void aResumedRunRepeatsToTheBit() {
        List<Bits> whole = run(Started::everything, -1);
        assertEquals(whole, run(Started::everything, -1));
        assertEquals(whole, run(Started::everything, 7));
        assertNotEquals(whole, run(Started::normalised, -1));
    }

    @Test
    void aConvolutionalRunRepeatsToTheBit() {
        List<Long> shape = List.of(1L, 8L, 8L);
        Supplier<Block> resnet = () -> Architecture.RESNET_20.block(shape, 3);
        List<Bits> whole = run(resnet, -1, shape);
        assertEquals(whole, run(resnet, 7, shape));
    }

    @Test
    void runsAtOnceAreRunsOneAfterTheOther() throws Exception {
        List<Supplier<Block>> blocks = List.of(Started::everything, Started::dropping, Started::normalised,
                Started::everything);
        List<List<Bits>> alone = blocks.stream().map(block -> run(block, -1)).toList();
        CountDownLatch together = new CountDownLatch(blocks.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(blocks.size())) {
            for (int round = 0; round < 5; round++) {
                List<Future<List<Bits>>> runs = new ArrayList<>();
                for (Supplier<Block> block : blocks) {
                    runs.add(threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return run(block, 11);
                    }));
                }
                for (int i = 0; i < runs.size(); i++) {
                    assertEquals(alone.get(i), runs.get(i).get(), "run " + i);
                }
            }
        }
    }
}
