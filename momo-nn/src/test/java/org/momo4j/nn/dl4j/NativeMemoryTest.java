package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.Task;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** Steps leave nothing behind outside the heap. */
class NativeMemoryTest {
    private static final int STEPS = 20_000;
    /** One array of 8 examples by 256 units a step would be 160 MB. */
    private static final long ALLOWED = 48L << 20;

    private static MultiLayerNetwork net() {
        MultiLayerNetwork net = new MultiLayerNetwork(Nets.base(DataType.FLOAT, new Sgd(0.1)).list()
                .layer(Nets.dense(256)).layer(Nets.output()).setInputType(InputType.feedForward(5)).build());
        net.init();
        return net;
    }

    @Test
    void inALoop() {
        Dl4jModel model = Dl4jModel.of(net());
        Optimizer momo = Optimizers.momo(model);
        DataSet batch = RandomExamples.of(Nets.DENSE, 8).batch(DataType.FLOAT, 0, 8);
        assertNoGrowth(() -> momo.step(model.params(), model.sample(batch)));
    }

    @Test
    void inAnObjective() {
        RandomExamples examples = RandomExamples.of(Nets.DENSE, 64);
        NetworkObjective objective = new NetworkObjective(Dl4jNetwork.of(net(), 5), Task.of(examples, examples));
        FlatVector[] points = {FlatVector.zeros(ElementType.FLOAT32, objective.layout().size()),
                FlatVector.zeros(ElementType.FLOAT32, objective.layout().size())};
        FlatVector gradient = points[0].zerosLike();
        int[] indices = {1, 2, 3, 4, 5, 6, 7, 8};
        int[] step = {0};
        assertNoGrowth(() -> {
            step[0]++;
            objective.lossAndGradient(points[step[0] % 2], Batch.of(indices), gradient); // bound anew each time
            if (step[0] % 100 == 0) {
                objective.evaluate(points[0].copy());
            }
        });
    }

    private static void assertNoGrowth(Runnable step) {
        for (int i = 0; i < STEPS / 10; i++) {
            step.run();
        }
        long before = settled(0);
        for (int i = 0; i < STEPS; i++) {
            step.run();
        }
        long after = settled(before + ALLOWED);
        assertTrue(after < before + ALLOWED, "from " + before + " to " + after + " bytes off the heap");
    }

    /**
     * The least of what is resident beside the heap, over ten seconds or until it is below a limit: ND4J frees on a thread of its own,
     * some collections later, and what has leaked is never freed.
     */
    private static long settled(long limit) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 100 && least >= limit; i++) {
            System.gc();
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            least = Math.min(least, Pointer.physicalBytes() - Runtime.getRuntime().totalMemory());
        }
        return least;
    }
}
