package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.Pointer;
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

/** Steps leave nothing behind outside the heap. */
class NativeMemoryTest {
    private static final int STEPS = 20_000;
    /** An array of ND4J's a step would be 20 MB and more: its shape alone takes a kilobyte. */
    private static final long ALLOWED = 8L << 20;

    @Test
    void inALoop() {
        MultiLayerNetwork net = Nets.BATCH_NORM.layered(DataType.FLOAT);
        Dl4jModel model = Dl4jModel.of(net);
        Optimizer momo = Optimizers.momo(model);
        DataSet batch = RandomExamples.of(Nets.BATCH_NORM, 8).batch(DataType.FLOAT, 0, 8);
        assertNoGrowth(() -> momo.step(model.params(), model.sample(batch)));
    }

    @Test
    void inAnObjective() {
        RandomExamples examples = RandomExamples.of(Nets.DENSE, 64);
        NetworkObjective objective = new NetworkObjective(Dl4jNetwork.of(Nets.DENSE.layered(DataType.FLOAT), 5),
                Task.of(examples, examples));
        FlatVector[] points = {FlatVector.zeros(ElementType.FLOAT32, objective.layout().size()),
                FlatVector.zeros(ElementType.FLOAT32, objective.layout().size())};
        FlatVector gradient = points[0].zerosLike();
        int[] indices = {1, 2, 3, 4, 5, 6, 7};
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
        long before = native_();
        for (int i = 0; i < STEPS; i++) {
            step.run();
        }
        long after = native_();
        assertTrue(after - before < ALLOWED, "native memory grew from " + before + " to " + after + " bytes");
        assertEquals(before, before);
    }

    /** Bytes that JavaCPP has allocated and not yet freed, once what can be freed has been. */
    private static long native_() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            least = Math.min(least, Pointer.totalBytes());
        }
        return least;
    }
}
