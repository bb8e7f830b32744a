package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.testkit.Bits;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Loss and gradient of a network of one's own, and the memory that it shares. */
class Dl4jModelTest {
    private static final double H = 1e-5;

    private static Dl4jModel model(Nets kind, boolean graph) {
        return graph
                ? Dl4jModel.of(kind.graph(DataType.DOUBLE))
                : Dl4jModel.of(kind.layered(DataType.DOUBLE));
    }

    @ParameterizedTest
    @CsvSource({"DENSE, false", "DENSE, true", "ACTIVATIONS, false", "CONVOLUTION, false", "CONVOLUTION, true",
            "BATCH_NORM, false", "BATCH_NORM, true", "CONVOLUTION_BATCH_NORM, false", "LAYER_NORM, true"})
    void theGradientIsThatOfTheLoss(Nets kind, boolean graph) {
        for (int size : new int[]{1, 7, 32}) {
            DataSet batch = RandomExamples.of(kind, size).batch(DataType.DOUBLE, 0, size);
            assertGradient(model(kind, graph), batch, size);
        }
    }

    /** Every element, where the statistics of batch normalisation count as what they are: constants with gradient zero. */
    private static void assertGradient(Dl4jModel model, DataSet batch, int size) {
        double[] gradient = model.sample(batch).gradient().toArray();
        FlatVector params = model.params();
        for (NamedTensor tensor : model.layout().tensors()) {
            for (long i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
                double difference = tensor.group().name().equals("untrained") ? 0 : difference(model, batch, params, i);
                assertEquals(difference, gradient[(int) i], 1e-8, tensor.name() + " at a batch of " + size);
            }
        }
    }

    private static double difference(Dl4jModel model, DataSet batch, FlatVector params, long i) {
        double here = params.get(i);
        params.set(i, here + H);
        double above = model.sample(batch).loss();
        params.set(i, here - H);
        double below = model.sample(batch).loss();
        params.set(i, here);
        return (above - below) / (2 * H);
    }

    @Test
    void masksCountInLossAndGradientAlike() {
        MultiLayerNetwork net = Nets.recurrent(DataType.DOUBLE);
        Nd4j.getRandom().setSeed(2);
        INDArray features = Nd4j.randn(DataType.DOUBLE, 4, 5, 6);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, 4, Nets.CLASSES, 6);
        INDArray mask = Nd4j.ones(DataType.DOUBLE, 4, 6);
        for (int i = 0; i < 4; i++) {
            for (int t = 0; t < 6; t++) {
                labels.putScalar(new int[]{i, (i + t) % Nets.CLASSES, t}, 1);
                mask.putScalar(i, t, t < 3 + i ? 1 : 0);
            }
        }
        DataSet masked = new DataSet(features, labels, mask, mask);
        Dl4jModel model = Dl4jModel.of(net);
        double loss = model.sample(masked).loss();
        assertGradient(model, masked, 4);
        assertNotEquals(loss, model.sample(new DataSet(features, labels)).loss());
        assertEquals(loss, model.sample(masked).loss(), 1e-12, "no mask is left behind");
    }

    @ParameterizedTest
    @EnumSource(names = {"DENSE", "ACTIVATIONS", "CONVOLUTION"})
    void aBatchIsTheMeanOfItsExamples(Nets kind) {
        RandomExamples examples = RandomExamples.of(kind, 7);
        Dl4jModel model = model(kind, false);
        double loss = 0;
        double[] mean = new double[(int) model.params().size()];
        for (int i = 0; i < 7; i++) {
            Sample single = model.sample(examples.batch(DataType.DOUBLE, i, i + 1));
            loss += single.loss() / 7;
            for (int j = 0; j < mean.length; j++) {
                mean[j] += single.gradient().get(j) / 7;
            }
        }
        Sample together = model.sample(examples.batch(DataType.DOUBLE, 0, 7));
        assertEquals(loss, together.loss(), 1e-13);
        for (int j = 0; j < mean.length; j++) {
            assertEquals(mean[j], together.gradient().get(j), 1e-14);
        }
    }

    @ParameterizedTest
    @CsvSource({"DENSE, false", "CONVOLUTION_BATCH_NORM, true"})
    void theParametersAreTheNetworksOwnMemory(Nets kind, boolean graph) {
        MultiLayerNetwork layered = kind.layered(DataType.FLOAT);
        ComputationGraph vertices = kind.graph(DataType.FLOAT);
        Dl4jModel model = graph ? Dl4jModel.of(vertices) : Dl4jModel.of(layered);
        INDArray params = graph ? vertices.params() : layered.params();
        assertEquals(params.data().address() + params.offset() * Float.BYTES, model.params().segment().address());
        assertEquals(params.length(), model.params().size());

        INDArray input = RandomExamples.of(kind, 3).batch(DataType.FLOAT, 0, 3).getFeatures();
        INDArray before = graph ? vertices.output(input)[0] : layered.output(input);
        model.params().fill(0.01);
        INDArray after = graph ? vertices.output(input)[0] : layered.output(input);
        assertNotEquals(before, after);
        assertEquals(0.01f, params.getFloat(3));

        if (graph) {
            vertices.setParams(Nd4j.ones(DataType.FLOAT, params.length()));
        } else {
            layered.setParams(Nd4j.ones(DataType.FLOAT, params.length())); // assigns in place
        }
        assertEquals(1, model.params().get(5));
        model.sample(RandomExamples.of(kind, 3).batch(DataType.FLOAT, 0, 3));
    }

    @Test
    void theLayoutSaysWhereEveryTensorLies() {
        MultiLayerNetwork net = Nets.CONVOLUTION.layered(DataType.DOUBLE);
        Dl4jModel model = Dl4jModel.of(net, DecayOf.WEIGHTS);
        FlatVector params = model.params();
        for (long i = 0; i < params.size(); i++) {
            params.set(i, i);
        }
        ParameterLayout layout = model.layout();
        assertEquals(net.paramTable().keySet().size(), layout.tensors().size());
        for (NamedTensor tensor : layout.tensors()) {
            INDArray array = net.getParam(tensor.name());
            List<Long> shape = java.util.Arrays.stream(array.shape()).boxed().toList();
            assertEquals(shape, tensor.shape(), tensor.name());
            char order = tensor.order() == NamedTensor.Order.COLUMN_MAJOR ? 'f' : 'c';
            INDArray expected = Nd4j.arange(tensor.offset(), tensor.offset() + tensor.size())
                    .castTo(DataType.DOUBLE).reshape(order, array.shape());
            assertEquals(expected, array, tensor.name());
            assertEquals(tensor.name().endsWith("_b") ? "no-decay" : "default", tensor.group().name(), tensor.name());
        }
        assertSame(NamedTensor.Order.COLUMN_MAJOR, layout.tensors().getLast().name().equals("3_b")
                ? layout.tensors().get(layout.tensors().size() - 2).order()
                : layout.tensors().getLast().order(), "weights of a dense layer");
    }

    /** What the running mean becomes, by hand; and no optimizer adds to it. */
    @Test
    void statisticsMoveWithBatchesAndNotWithSteps() {
        MultiLayerNetwork net = Nets.BATCH_NORM.layered(DataType.DOUBLE);
        Dl4jModel model = Dl4jModel.of(net);
        DataSet batch = RandomExamples.of(Nets.BATCH_NORM, 16).batch(DataType.DOUBLE, 0, 16);
        for (Optimizer optimizer : Optimizers.decaying(model)) {
            for (int step = 0; step < 5; step++) {
                INDArray mean = net.getParam("1_mean").dup();
                INDArray hidden = net.feedForwardToLayer(0, batch.getFeatures(), true).getLast();
                Sample sample = model.sample(batch);
                INDArray expected = mean.mul(0.9).add(hidden.mean(0).mul(0.1));
                assertTrue(expected.equalsWithEps(net.getParam("1_mean"), 1e-12), "mean after a batch");
                Bits statistics = statistics(model);
                Bits weights = Bits.of(model.layout().tensor("0_W", model.params()));
                optimizer.step(model.params(), sample);
                Bits.assertSame("statistics after a step", statistics, statistics(model));
                assertNotEquals(weights, Bits.of(model.layout().tensor("0_W", model.params())));
            }
        }
    }

    private static Bits statistics(Dl4jModel model) {
        FlatVector both = FlatVector.of(model.params().type(), new double[8]);
        both.slice(0, 4).copyFrom(model.layout().tensor("1_mean", model.params()));
        both.slice(4, 4).copyFrom(model.layout().tensor("1_log10stdev", model.params()));
        return Bits.of(both);
    }

    @Test
    void anOptimizerThatWritesPointsOfItsOwnMovesNoStatisticsInFit() {
        MultiLayerNetwork net = Nets.BATCH_NORM.layered(DataType.DOUBLE);
        MultiLayerNetwork other = Nets.BATCH_NORM.layered(DataType.DOUBLE);
        DataSet batch = RandomExamples.of(Nets.BATCH_NORM, 16).batch(DataType.DOUBLE, 0, 16);
        Dl4jModel model = Dl4jModel.of(net);
        model.trainWith(new Overwriting());
        net.fit(batch);
        Dl4jModel.of(other).sample(batch);
        assertEquals(7, model.params().get(0));
        assertEquals(other.getParam("1_mean"), net.getParam("1_mean"));
        assertEquals(other.getParam("1_log10stdev"), net.getParam("1_log10stdev"));
    }

    @Test
    void gradientsOfATensorAreFoundByItsLayout() {
        MultiLayerNetwork net = Nets.DENSE.layered(DataType.DOUBLE);
        Dl4jModel model = Dl4jModel.of(net);
        DataSet batch = RandomExamples.of(Nets.DENSE, 32).batch(DataType.DOUBLE, 0, 32);
        FlatVector bias = model.layout().tensor("1_b", model.sample(batch).gradient());
        // of softmax with cross entropy: mean of (probability - label)
        INDArray expected = net.output(batch.getFeatures()).sub(batch.getLabels()).mean(0);
        for (int i = 0; i < Nets.CLASSES; i++) {
            assertEquals(expected.getDouble(i), bias.get(i), 1e-14);
        }
        assertEquals(net.params().get(NDArrayIndex.interval(0, 20)).getDouble(7), net.getParam("0_W").getDouble(2, 1),
                "column-major");
    }
}
