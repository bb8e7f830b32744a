package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.NetworkLayouts;

/** A loop of one's own over data, loss and block of DJL, without objective and lab. */
class OwnLoopTest {
    @BeforeAll
    static void natives() {
        Natives.require();
    }

    private static NDArray random(NDManager manager, Random random, long... shape) {
        Shape of = new Shape(shape);
        float[] values = new float[(int) of.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return manager.create(values, of);
    }

    @Test
    void regressionByMomo() throws Exception {
        try (NDManager manager = PyTorch.newManager();
                FlatBlock block = new FlatBlock(Started.linear(2), ElementType.FLOAT32, new Shape(1, 5),
                        Beginning.DRAWN)) {
            Random random = new Random(1);
            NDArray inputs = random(manager, random, 96, 5);
            NDArray labels = inputs.matMul(random(manager, random, 5, 2)).add(1);
            ArrayDataset dataset = new ArrayDataset.Builder().setData(inputs).optLabels(labels).setSampling(32, false)
                    .build();
            ParameterLayout layout = NetworkLayouts.of(block.parameters(), DecayOf.ALL);
            FlatVector params = FlatVector.zeros(ElementType.FLOAT32, layout.size());
            FlatVector gradient = params.zerosLike();
            NetworkLayouts.start(block.parameters(), layout, 1, params);
            block.bind(params);
            Optimizer momo = Optimizers.momo(layout, ElementType.FLOAT32);
            Loss l2 = Loss.l2Loss();
            int owned = manager.getManagedArrays().size();
            double loss = Double.NaN;
            int k = 0;
            for (int epoch = 0; epoch < 120; epoch++) {
                for (Batch batch : dataset.getData(manager)) {
                    loss = block.lossAndGradient(s -> l2.evaluate(s.borrow(batch.getLabels()),
                            s.forward(batch.getData())), k++, gradient);
                    momo.step(params, gradient, loss);
                    batch.close();
                }
            }
            assertTrue(loss < 1e-6, "the loss is " + loss);
            assertEquals(owned, manager.getManagedArrays().size(), "arrays of the caller's manager");
        }
    }

    /** The classifier's loss is that of DJL, which has its labels otherwise. */
    @Test
    void crossEntropyIsThatOfDjl() {
        Blobs blobs = new Blobs(40, Started.FIVE, 3);
        var batch = blobs.minibatch(ElementType.FLOAT64, 0, 16);
        try (NDManager manager = PyTorch.newManager();
                Started net = Started.of(Started.small(), ElementType.FLOAT64, Started.FIVE, 3)) {
            double own = net.network().lossAndGradient(batch, 0, net.gradient());
            double[] gradient = net.gradient().toArray();
            NDArray inputs = manager.create(batch.inputs().toArray()).reshape(16, 5);
            NDArray labels = manager.create(batch.labels());
            double theirs = net.network().flat().lossAndGradient(step -> new SoftmaxCrossEntropyLoss().evaluate(
                    step.borrow(new ai.djl.ndarray.NDList(labels)), step.forward(new ai.djl.ndarray.NDList(inputs))),
                    0, net.gradient());
            assertEquals(theirs, own, 1e-14);
            assertArrayEquals(net.gradient().toArray(), gradient, 1e-15);
        }
    }

    @Test
    void frozenParametersStayAndTheRestMoves() {
        try (NDManager manager = PyTorch.newManager()) {
            Block block = new SequentialBlock().add(Started.linear(4)).add(Started.linear(3));
            block.initialize(manager, DataType.FLOAT64, new Shape(1, 5));
            Parameter first = Member.of(block).getFirst().parameter();
            first.freeze(true);
            double[] before = first.getArray().toDoubleArray();
            try (Started net = Started.of(block, ElementType.FLOAT64, Started.FIVE, 3)) {
                assertEquals(4 + 4 * 3 + 3, net.params().size());
                assertEquals("01Linear_bias", net.network().parameters().getFirst().name());
                var batch = new Blobs(40, Started.FIVE, 3).minibatch(ElementType.FLOAT64, 0, 16);
                Optimizer momo = Optimizers.momo(NetworkLayouts.of(net.network().parameters(), DecayOf.WEIGHTS),
                        ElementType.FLOAT64);
                double start = net.network().lossAndGradient(batch, 0, net.gradient());
                double loss = start;
                for (int k = 0; k < 50; k++) {
                    momo.step(net.params(), net.gradient(), loss);
                    loss = net.network().lossAndGradient(batch, k, net.gradient());
                }
                assertTrue(loss < start / 2, start + " became " + loss);
                assertArrayEquals(before, first.getArray().toDoubleArray());
            }
        }
    }
}
