package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.distribution.ConstantDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.nn.network.DecayOf;
import org.momo4j.nn.network.EvaluationPlan;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.NetworkParameter;
import org.momo4j.nn.network.Task;
import org.momo4j.testkit.Bits;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** A network of DL4J in the vector of an optimizer. */
class Dl4jNetworkTest {
    @Test
    void layersComputeInTheVectorThatIsAskedAbout() {
        MultiLayerNetwork net = Nets.CONVOLUTION_BATCH_NORM.layered(DataType.FLOAT);
        Dl4jNetwork network = Dl4jNetwork.of(net, 2, 6, 6);
        NetworkObjective objective = new NetworkObjective(network, Task.of(RandomExamples.of(Nets.CONVOLUTION, 8)));
        FlatVector first = FlatVector.zeros(ElementType.FLOAT32, objective.layout().size());
        FlatVector second = first.zerosLike();
        objective.start(1, first);
        for (FlatVector vector : new FlatVector[]{first, second, first}) {
            network.bind(vector);
            for (var tensor : objective.layout().tensors()) {
                assertEquals(vector.segment().address() + tensor.offset() * Float.BYTES, address(net, tensor.name()),
                        tensor.name());
            }
        }
        first.fill(3);
        assertEquals(3, net.getParam("0_W").getFloat(1, 1, 2, 2), "what is written is seen");
        network.bind(first.slice(0, first.size())); // the same memory
        assertEquals(first.segment().address(), address(net, objective.layout().tensors().getFirst().name()));
    }

    private static long address(MultiLayerNetwork net, String name) {
        return Nd4jVectors.of(net.getParam(name)).segment().address();
    }

    @ParameterizedTest
    @EnumSource
    void lossAndGradientAreThoseOfTheNetwork(Nets kind) {
        RandomExamples examples = RandomExamples.of(kind, 16);
        MultiLayerNetwork net = kind.layered(DataType.DOUBLE);
        Dl4jNetwork network = Dl4jNetwork.of(kind.layered(DataType.DOUBLE), kind.shape());
        NetworkObjective objective = new NetworkObjective(network, Task.of(examples), DecayOf.WEIGHTS,
                EvaluationPlan.ALL);
        FlatVector at = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(4, at);
        Dl4jModel model = Dl4jModel.of(net, DecayOf.WEIGHTS);
        scatter(at, objective.layout(), model);
        FlatVector gradient = at.zerosLike();
        double loss = objective.lossAndGradient(at, Batch.of(3, 2, 1, 0), gradient);
        if (kind == Nets.DROPOUT) {
            assertNotEquals(loss, objective.lossAndGradient(at, Batch.of(3, 2, 1, 0), gradient), "another mask");
            return;
        }
        DataSet batch = DataSet.merge(List.of(examples.batch(DataType.DOUBLE, 3, 4),
                examples.batch(DataType.DOUBLE, 2, 3), examples.batch(DataType.DOUBLE, 1, 2),
                examples.batch(DataType.DOUBLE, 0, 1)));
        var sample = model.sample(batch);
        assertEquals(sample.loss(), loss);
        for (var tensor : objective.layout().tensors()) {
            Bits.assertSame(tensor.name(), Bits.of(model.layout().tensor(tensor.name(), sample.gradient()).copy()),
                    Bits.of(gradient.slice(tensor.offset(), tensor.size()).copy()));
        }
        assertEvaluation(objective.evaluate(at), net, examples);
    }

    private static void scatter(FlatVector at, ParameterLayout layout, Dl4jModel model) {
        for (var tensor : layout.tensors()) {
            model.layout().tensor(tensor.name(), model.params()).copyFrom(at.slice(tensor.offset(), tensor.size()));
        }
    }

    private static void assertEvaluation(Evaluation evaluation, MultiLayerNetwork net, RandomExamples examples) {
        DataSet all = examples.batch(DataType.DOUBLE, 0, examples.size());
        assertEquals(net.score(all), evaluation.loss(), 1e-12);
        int[] predicted = net.predict(all.getFeatures());
        long correct = java.util.stream.IntStream.range(0, examples.size())
                .filter(i -> predicted[i] == examples.label(i)).count();
        assertEquals((double) correct / examples.size(), evaluation.metrics().get("train_accuracy"));
    }

    @Test
    void chunksOfAnEvaluationAddUp() {
        RandomExamples training = RandomExamples.of(Nets.DENSE, 100);
        RandomExamples validation = RandomExamples.of(Nets.DENSE, 37);
        Evaluation whole = evaluation(training, validation, EvaluationPlan.ALL);
        Evaluation pieces = evaluation(training, validation, new EvaluationPlan(100, 7));
        assertEquals(whole.loss(), pieces.loss(), 1e-13);
        assertEquals(whole.metrics().get("val_loss"), pieces.metrics().get("val_loss"), 1e-13);
        assertEquals(whole.metrics().get("val_accuracy"), pieces.metrics().get("val_accuracy"));
        Evaluation part = evaluation(training, validation, new EvaluationPlan(25, 10)); // every fourth
        double[][] inputs = new double[25][];
        int[] labels = new int[25];
        Arrays.setAll(inputs, i -> training.inputs()[4 * i]);
        Arrays.setAll(labels, i -> training.labels()[4 * i]);
        RandomExamples fourth = new RandomExamples(training.shape(), Nets.CLASSES, inputs, labels);
        assertEquals(evaluation(fourth, validation, EvaluationPlan.ALL).loss(), part.loss(), 1e-13);
    }

    private static Evaluation evaluation(RandomExamples training, RandomExamples validation, EvaluationPlan plan) {
        NetworkObjective objective = new NetworkObjective(Dl4jNetwork.of(Nets.DENSE.layered(DataType.DOUBLE), 5),
                Task.of(training, validation), DecayOf.ALL, plan);
        FlatVector at = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(1, at);
        return objective.evaluate(at);
    }

    @Test
    void itStartsAsPytorchDoes() {
        NetworkObjective objective = new NetworkObjective(
                Dl4jNetwork.of(Nets.CONVOLUTION_BATCH_NORM.layered(DataType.DOUBLE), 2, 6, 6),
                Task.of(RandomExamples.of(Nets.CONVOLUTION, 4)), DecayOf.WEIGHTS, EvaluationPlan.ALL);
        FlatVector at = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(1, at);
        assertUniform(1 / Math.sqrt(2 * 3 * 3), objective.layout().tensor("0_W", at));
        assertUniform(1 / Math.sqrt(3 * 4 * 4), objective.layout().tensor("3_W", at));
        assertTrue(Arrays.stream(objective.layout().tensor("3_b", at).toArray())
                .allMatch(b -> b != 0 && Math.abs(b) <= 1 / Math.sqrt(48)));
        assertTrue(Arrays.stream(objective.layout().tensor("1_gamma", at).toArray()).allMatch(g -> g == 1));
        assertTrue(Arrays.stream(objective.layout().tensor("1_beta", at).toArray()).allMatch(b -> b == 0));
        assertEquals(List.of("0_W", "3_W", "4_W"), objective.layout().tensors().stream()
                .filter(tensor -> tensor.group().weightDecay().isEmpty()).map(tensor -> tensor.name()).toList());
    }

    /** DL4J counts them among the weights. */
    @Test
    void slopesOfPreluStartWhereTheyWereBuiltAndAreSparedFromDecay() {
        MultiLayerNetwork net = new MultiLayerNetwork(Nets.base(DataType.DOUBLE, new Sgd(0.1)).list()
                .layer(Nets.dense(4)).layer(new PReLULayer.Builder().inputShape(4).weightInit(new ConstantDistribution(
                        0.25)).build())
                .layer(Nets.output()).setInputType(InputType.feedForward(5)).build());
        net.init();
        ParameterLayout whole = Dl4jModel.of(net, DecayOf.WEIGHTS).layout();
        NetworkObjective objective = new NetworkObjective(Dl4jNetwork.of(net, 5),
                Task.of(RandomExamples.of(Nets.DENSE, 4)), DecayOf.WEIGHTS, EvaluationPlan.ALL);
        FlatVector at = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(1, at);
        assertArrayEquals(new double[]{0.25, 0.25, 0.25, 0.25}, objective.layout().tensor("1_W", at).toArray());
        for (ParameterLayout layout : List.of(whole, objective.layout())) {
            assertEquals(List.of("0_W", "2_W"), layout.tensors().stream()
                    .filter(tensor -> tensor.group().weightDecay().isEmpty()).map(tensor -> tensor.name()).toList());
        }
    }

    /** Within the limits, and near to them on both sides. */
    private static void assertUniform(double limit, FlatVector tensor) {
        double[] values = tensor.toArray();
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        assertTrue(-limit <= least && least < -0.8 * limit && 0.8 * limit < most && most < limit,
                least + " to " + most + " of " + limit);
    }

    @Test
    void handedBackItIsAnOrdinaryNetwork() {
        Nets kind = Nets.CONVOLUTION_BATCH_NORM;
        MultiLayerNetwork net = kind.layered(DataType.DOUBLE);
        Dl4jNetwork network = Dl4jNetwork.of(net, kind.shape());
        RandomExamples examples = RandomExamples.of(kind, 16);
        NetworkObjective objective = new NetworkObjective(network, Task.of(examples));
        FlatVector at = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(1, at);
        for (int i = 0; i < 5; i++) {
            objective.lossAndGradient(at, Batch.all(16), at.zerosLike()); // moves statistics
        }
        double loss = objective.evaluate(at).loss();
        network.handBack(at);
        Dl4jModel model = Dl4jModel.of(net.clone()); // of params() alone
        assertEquals(loss, net.score(examples.batch(DataType.DOUBLE, 0, 16)), 1e-12);
        assertEquals(net.params(), net.clone().params());
        Bits.assertSame("weights", Bits.of(objective.layout().tensor("3_W", at).copy()),
                Bits.of(model.layout().tensor("3_W", model.params()).copy()));
        at.fill(0);
        assertEquals(loss, net.score(examples.batch(DataType.DOUBLE, 0, 16)), 1e-12, "its own memory again");
        Dl4jModel.of(net).sample(examples.batch(DataType.DOUBLE, 0, 16));
    }

    /** A bidirectional layer assigns where others exchange. */
    @Test
    void layersThatKeepTheirArraysAreCopiedInto() {
        MultiLayerNetwork net = new MultiLayerNetwork(Nets.base(DataType.DOUBLE, new Sgd(0.1)).list()
                .layer(new Bidirectional(new LSTM.Builder().nOut(3).build())).layer(new GlobalPoolingLayer())
                .layer(Nets.output()).setInputType(InputType.recurrent(5, 4)).build());
        net.init();
        MultiLayerNetwork twin = net.clone();
        Dl4jNetwork network = Dl4jNetwork.of(net, 5, 4);
        double[][] inputs = new double[3][20];
        for (int i = 0; i < 60; i++) {
            inputs[i / 20][i % 20] = Math.sin(i);
        }
        RandomExamples examples = new RandomExamples(List.of(5L, 4L), Nets.CLASSES, inputs, new int[]{0, 1, 2});
        NetworkObjective objective = new NetworkObjective(network, Task.of(examples));
        FlatVector at = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        Dl4jModel model = Dl4jModel.of(twin);
        for (long seed = 0; seed < 3; seed++) {
            objective.start(seed, at);
            model.params().copyFrom(at);
            FlatVector gradient = at.zerosLike();
            double loss = objective.lossAndGradient(at, Batch.all(3), gradient);
            assertEquals(model.sample(examples.batch(DataType.DOUBLE, 0, 3)).loss(), loss);
            Bits.assertSame("gradient", Bits.of(model.sample(examples.batch(DataType.DOUBLE, 0, 3)).gradient().copy()),
                    Bits.of(gradient));
        }
        assertEquals(model.layout().tensors().stream().map(tensor -> tensor.name()).toList(),
                network.parameters().stream().map(NetworkParameter::name).toList());
    }

    @Test
    void othersRandomNumbersAreLeftAlone() {
        NetworkObjective objective = new NetworkObjective(Dl4jNetwork.of(Nets.DROPOUT.layered(DataType.DOUBLE), 5),
                Task.of(RandomExamples.of(Nets.DROPOUT, 4)));
        FlatVector at = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(1, at);
        Nd4j.getRandom().setSeed(5);
        INDArray expected = Nd4j.rand(DataType.DOUBLE, 4);
        Nd4j.getRandom().setSeed(5);
        objective.lossAndGradient(at, Batch.all(4), at.zerosLike());
        assertEquals(expected, Nd4j.rand(DataType.DOUBLE, 4));
    }
}
