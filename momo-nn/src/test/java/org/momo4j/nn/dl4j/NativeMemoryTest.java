package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Steps leave nothing behind outside the heap. */
class NativeMemoryTest {
    private static final int STEPS = 20_000;
    /** One array a step that nobody frees would be 20,000. */
    private static final long ALLOWED = 100;
    private static final int LOOKS = 25;

    private static MultiLayerNetwork net() {
        MultiLayerNetwork net = new MultiLayerNetwork(Nets.base(DataType.FLOAT, new Sgd(0.1)).list()
                .layer(Nets.dense(256)).layer(Nets.output()).setInputType(InputType.feedForward(5)).build());
        net.init();
        return net;
    }

    /** The count of this test counts: arrays that are kept are seen, and seen to go. */
    @Test
    void whatIsKeptIsCounted() {
        long before = arrays(0);
        List<INDArray> kept = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            kept.add(Nd4j.zeros(DataType.FLOAT, 10));
        }
        assertTrue(arrays(0) - before >= 300, "kept");
        assertEquals(300, kept.size()); // and so reachable until here
        kept.clear();
        assertTrue(arrays(before + ALLOWED) - before < ALLOWED, "freed");
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
        long arrays = arrays(0);
        long bytes = Pointer.totalBytes();
        for (int i = 0; i < STEPS; i++) {
            step.run();
        }
        long left = arrays(arrays + ALLOWED) - arrays;
        assertTrue(left < ALLOWED, left + " more arrays than before");
        assertEquals(bytes, Pointer.totalBytes(), "bytes that JavaCPP allocated itself");
    }

    /**
     * How many arrays hold memory of ND4J's; the least over some seconds, or what is below a limit: ND4J frees on threads of its own,
     * some collections later. What is resident says less: memory that was freed need not go back to the system.
     */
    private static long arrays(long limit) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS && least >= limit; i++) {
            System.gc();
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            least = Math.min(least, registered());
        }
        return least;
    }

    /** ND4J keeps the list that it frees by to itself. */
    private static int registered() {
        try {
            Field list = DeallocatorService.class.getDeclaredField("referenceMap");
            list.setAccessible(true);
            return ((Map<?, ?>) list.get(Nd4j.getDeallocatorService())).size();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
