package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Minibatch;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.Task;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks and batches that are refused, by a sentence that says what to do. */
class RefusalTest {
    private static final DataSet BATCH = RandomExamples.of(Nets.DENSE, 4).batch(DataType.FLOAT, 0, 4);

    private static NeuralNetConfiguration.Builder base() {
        return Nets.base(DataType.FLOAT, new Sgd(0.1));
    }

    private static MultiLayerNetwork dense(NeuralNetConfiguration.Builder base) {
        MultiLayerNetwork net = new MultiLayerNetwork(Nets.DENSE.configuration(base));
        net.init();
        return net;
    }

    private static void assertRefused(Class<? extends Exception> kind, String says, Executable call) {
        String message = String.valueOf(assertThrows(kind, call).getMessage());
        assertTrue(message.contains(says), message);
    }

    private static void assertModelRefused(String says, MultiLayerNetwork net) {
        assertRefused(IllegalArgumentException.class, says, () -> Dl4jModel.of(net));
        assertRefused(IllegalArgumentException.class, says, () -> Dl4jNetwork.of(net, 5));
    }

    @Test
    void withoutParameters() {
        assertModelRefused("init()", new MultiLayerNetwork(Nets.DENSE.configuration(base())));
        assertRefused(IllegalArgumentException.class, "init()", () -> Dl4jModel
                .of(new ComputationGraph(Nets.DENSE.graph(DataType.FLOAT).getConfiguration())));
        MultiLayerNetwork none = new MultiLayerNetwork(base().list()
                .layer(new LossLayer.Builder(LossFunction.MSE).build()).setInputType(InputType.feedForward(5)).build());
        none.init();
        assertModelRefused("no parameters that are trained", none);
    }

    @Test
    void builtForAnotherKindOfTraining() {
        assertModelRefused("miniBatch(true)", dense(base().miniBatch(false)));
        assertModelRefused("weight decay", dense(base().weightDecay(0.1)));
        assertModelRefused("ClipL2PerLayer", dense(base()
                .gradientNormalization(GradientNormalization.ClipL2PerLayer).gradientNormalizationThreshold(1)));
        assertModelRefused("FLOAT or DOUBLE", dense(Nets.base(DataType.FLOAT16, new Sgd(0.1))));
        MultiLayerNetwork penalised = dense(base().l2(0.1));
        Dl4jModel.of(penalised);
        assertRefused(IllegalArgumentException.class, "weight decay", () -> Dl4jNetwork.of(penalised, 5));
    }

    @Test
    void aLayerBeforeAFrozenOne() {
        MultiLayerNetwork net = new MultiLayerNetwork(base().list().layer(Nets.dense(4))
                .layer(new FrozenLayer.Builder().layer(new DenseLayer.Builder().nOut(4).build()).build())
                .layer(Nets.output()).setInputType(InputType.feedForward(5)).build());
        net.init();
        assertModelRefused("freeze it too", net);
    }

    @Test
    void replacedBehindTheAdapter() {
        MultiLayerNetwork net = dense(base());
        Dl4jModel model = Dl4jModel.of(net);
        model.trainWith(Optimizers.momo(model));
        net.fit(BATCH);
        Map<String, INDArray> table = new LinkedHashMap<>(net.getLayer(0).paramTable());
        net.getLayer(0).setParamTable(new LinkedHashMap<>(net.clone().getLayer(0).paramTable()));
        assertRefused(IllegalStateException.class, "\"0_W\" was replaced", () -> model.sample(BATCH));
        assertRefused(IllegalStateException.class, "\"0_W\" was replaced", () -> net.fit(BATCH));
        assertRefused(IllegalStateException.class, "\"0_W\" was replaced", () -> model.save(Path.of("unwritten")));
        assertRefused(IllegalArgumentException.class, "replaced", () -> Dl4jModel.of(net));
        net.getLayer(0).setParamTable(table);
        model.sample(BATCH);
        net.setLayers(net.clone().getLayers());
        assertRefused(IllegalStateException.class, "layer \"0\" was replaced", () -> model.sample(BATCH));
    }

    @Test
    void replacedBehindAnObjective() {
        for (MultiLayerNetwork net : List.of(dense(base()), Nets.CONVOLUTION_BATCH_NORM.layered(DataType.FLOAT))) {
            Nets kind = net.getnLayers() == 2 ? Nets.DENSE : Nets.CONVOLUTION_BATCH_NORM;
            Dl4jNetwork network = Dl4jNetwork.of(net, kind.shape());
            NetworkObjective objective = new NetworkObjective(network, Task.of(RandomExamples.of(kind, 4)));
            FlatVector params = FlatVector.zeros(ElementType.FLOAT32, objective.layout().size());
            FlatVector gradient = params.zerosLike();
            Batch all = Batch.all(4);
            objective.lossAndGradient(params, all, gradient);
            net.getLayer(0).setParamTable(new LinkedHashMap<>(net.clone().getLayer(0).paramTable()));
            assertRefused(IllegalStateException.class, "\"0_W\" was replaced",
                    () -> objective.lossAndGradient(params, all, gradient));
            assertRefused(IllegalStateException.class, "\"0_W\" was replaced", () -> objective.evaluate(params));
        }
        MultiLayerNetwork net = dense(base());
        Dl4jNetwork network = Dl4jNetwork.of(net, 5);
        NetworkObjective objective = new NetworkObjective(network, Task.of(RandomExamples.of(Nets.DENSE, 4)));
        FlatVector params = FlatVector.zeros(ElementType.FLOAT32, objective.layout().size());
        objective.evaluate(params);
        net.setLayers(net.clone().getLayers());
        assertRefused(IllegalStateException.class, "layer \"0\" was replaced", () -> objective.evaluate(params));
    }

    @Test
    void labelsForOtherExamples() {
        Dl4jModel model = Dl4jModel.of(dense(base()));
        DataSet one = new DataSet(BATCH.getFeatures(), BATCH.getLabels().getRow(0, true));
        assertRefused(IllegalArgumentException.class, "4 examples and labels of shape [1, 3]",
                () -> model.sample(one));
        assertRefused(IllegalArgumentException.class, "no labels",
                () -> model.sample(new DataSet(BATCH.getFeatures(), null)));
    }

    @Test
    void labelsForOtherExamplesOfAGraph() {
        Dl4jModel single = Dl4jModel.of(Nets.DENSE.graph(DataType.FLOAT));
        INDArray x = BATCH.getFeatures();
        INDArray y = BATCH.getLabels();
        INDArray one = y.getRow(0, true);
        String labels = "4 examples and labels of shape [1, 3]";
        Class<IllegalArgumentException> wrong = IllegalArgumentException.class;
        assertRefused(wrong, labels, () -> single.sample(new DataSet(x, one)));
        assertRefused(wrong, labels, () -> single.sample(new MultiDataSet(x, one)));
        ComputationGraph net = new ComputationGraph(base().graphBuilder().addInputs("a", "b")
                .setInputTypes(InputType.feedForward(5), InputType.feedForward(5))
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "b")
                .addLayer("first", Nets.output(), "sum").addLayer("second", Nets.output(), "b")
                .setOutputs("first", "second").build());
        net.init();
        Dl4jModel model = Dl4jModel.of(net);
        INDArray row = x.getRow(0, true);
        INDArray[] both = {x, x};
        model.sample(new MultiDataSet(both, new INDArray[]{y, y}));
        assertRefused(wrong, labels, () -> model.sample(new MultiDataSet(both, new INDArray[]{one, y})));
        assertRefused(wrong, labels, () -> model.sample(new MultiDataSet(both, new INDArray[]{y, one})));
        assertRefused(wrong, "4 examples and features of shape [1, 5]",
                () -> model.sample(new MultiDataSet(new INDArray[]{x, row}, new INDArray[]{y, y})));
    }

    @Test
    void constraints() {
        MultiLayerNetwork net = dense(base().constrainWeights(new MaxNormConstraint(1, 1)));
        Dl4jModel model = Dl4jModel.of(net);
        assertRefused(IllegalStateException.class, "trainWith()", () -> model.sample(BATCH));
        assertRefused(IllegalArgumentException.class, "constraints", () -> Dl4jNetwork.of(net, 5));
        assertRefused(IllegalArgumentException.class, "constraints",
                () -> Dl4jNetwork.of(net.toComputationGraph(), 5));
    }

    @Test
    void whatIsNotANumberIsNotCorrect() {
        Dl4jNetwork network = Dl4jNetwork.of(dense(base()), 5);
        FlatVector params = FlatVector.zeros(ElementType.FLOAT32,
                network.parameters().stream().mapToLong(p -> p.size()).sum());
        params.fill(Double.NaN);
        network.bind(params);
        Minibatch batch = new Minibatch(FlatVector.zeros(ElementType.FLOAT32, 5), network.inputShape(), new int[]{0},
                1);
        assertEquals(0, network.assess(batch).correct());
    }

    @Test
    void closed() {
        MultiLayerNetwork net = dense(base());
        Dl4jModel model = Dl4jModel.of(net);
        net.close();
        assertRefused(IllegalStateException.class, "closed", () -> model.sample(BATCH));
    }

    @Test
    void truncatedBackpropagation() {
        MultiLayerNetwork net = Nets.recurrent(DataType.FLOAT);
        net.getLayerWiseConfigurations().setBackpropType(BackpropType.TruncatedBPTT);
        DataSet sequences = new DataSet(Nd4j.rand(DataType.FLOAT, 2, 5, 4), Nd4j.zeros(DataType.FLOAT, 2, 3, 4));
        assertRefused(IllegalStateException.class, "trainWith()", () -> Dl4jModel.of(net).sample(sequences));
        assertRefused(IllegalArgumentException.class, "truncated", () -> Dl4jNetwork.of(net, 5, 4));
    }

    @Test
    void notAClassifierOfTheseExamples() {
        assertRefused(IllegalArgumentException.class, "does not take examples of shape [7]",
                () -> Dl4jNetwork.of(dense(base()), 7));
        assertRefused(IllegalArgumentException.class, "RnnOutputLayer",
                () -> Dl4jNetwork.of(Nets.recurrent(DataType.FLOAT), 5, 4));
        assertRefused(IllegalArgumentException.class, "training examples have shape [5]",
                () -> new NetworkObjective(Dl4jNetwork.of(Nets.CONVOLUTION.layered(DataType.FLOAT), 2, 6, 6),
                        Task.of(RandomExamples.of(Nets.DENSE, 4))));
    }

    @Test
    void vectorsAndBatchesOfAnotherKind() {
        Dl4jNetwork network = Dl4jNetwork.of(dense(base()), 5);
        long size = network.parameters().stream().mapToLong(p -> p.size()).sum();
        FlatVector params = FlatVector.zeros(ElementType.FLOAT32, size);
        Minibatch batch = new Minibatch(FlatVector.zeros(ElementType.FLOAT32, 5), network.inputShape(), new int[]{3},
                1);
        assertRefused(IllegalStateException.class, "bound", () -> network.assess(batch));
        assertRefused(IllegalArgumentException.class, "elements",
                () -> network.bind(FlatVector.zeros(ElementType.FLOAT32, size + 1)));
        assertRefused(IllegalArgumentException.class, "float32 is needed",
                () -> network.bind(FlatVector.zeros(ElementType.FLOAT64, size)));
        network.bind(params);
        assertRefused(IllegalArgumentException.class, "label 0 of the batch is 3", () -> network.assess(batch));
        NetworkObjective objective = new NetworkObjective(network, Task.of(RandomExamples.of(Nets.DENSE, 4)));
        assertRefused(IllegalArgumentException.class, "at least 1",
                () -> objective.lossAndGradient(params, Batch.of(), params.zerosLike()));
        assertThrows(IndexOutOfBoundsException.class,
                () -> objective.lossAndGradient(params, Batch.of(4), params.zerosLike()));
        assertEquals(4, objective.samples());
    }
}
