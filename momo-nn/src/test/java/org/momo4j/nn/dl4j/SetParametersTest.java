package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.Task;
import org.momo4j.testkit.Bits;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** What DL4J's own methods for parameters do to a network that is adapted. */
class SetParametersTest {
    private static final Nets KIND = Nets.CONVOLUTION_BATCH_NORM;
    private static final RandomExamples EXAMPLES = RandomExamples.of(KIND, 8);

    /** A network under an objective, at a point. */
    private record Adapted(Model net, NetworkObjective objective, FlatVector at) {
        static Adapted of(Model net) {
            Dl4jNetwork network = net instanceof MultiLayerNetwork layers
                    ? Dl4jNetwork.of(layers, KIND.shape())
                    : Dl4jNetwork.of((ComputationGraph) net, KIND.shape());
            NetworkObjective objective = new NetworkObjective(network, Task.of(EXAMPLES));
            FlatVector at = FlatVector.zeros(ElementType.FLOAT32, objective.layout().size());
            objective.start(1, at);
            return new Adapted(net, objective, at);
        }

        FlatVector gradient() {
            FlatVector gradient = at.zerosLike();
            objective.lossAndGradient(at, Batch.all(EXAMPLES.size()), gradient);
            return gradient;
        }
    }

    private static INDArray ones(Model net) {
        return Nd4j.ones(DataType.FLOAT, 1, net.numParams());
    }

    private static Arguments layered(String name, Consumer<MultiLayerNetwork> call) {
        return Arguments.of("layers, " + name, KIND.layered(DataType.FLOAT),
                (Consumer<Model>) net -> call.accept((MultiLayerNetwork) net));
    }

    private static Arguments graph(String name, Consumer<ComputationGraph> call) {
        return Arguments.of("graph, " + name, KIND.graph(DataType.FLOAT),
                (Consumer<Model>) net -> call.accept((ComputationGraph) net));
    }

    static Stream<Arguments> idle() {
        return Stream.of(layered("init", MultiLayerNetwork::init),
                layered("init, copied", net -> net.init(ones(net), true)),
                layered("init, shared", net -> net.init(ones(net), false)),
                layered("setParams, its own", net -> net.setParams(net.params())),
                graph("init", ComputationGraph::init), graph("init, copied", net -> net.init(ones(net), true)),
                graph("init, shared", net -> net.init(ones(net), false)),
                graph("setParams, its own", net -> net.setParams(net.params())));
    }

    static Stream<Arguments> writing() {
        return Stream.of(layered("setParams", net -> net.setParams(ones(net))),
                layered("setParameters", net -> net.setParameters(ones(net))),
                graph("setParams", net -> net.setParams(ones(net))));
    }

    /** They do nothing, or write to memory in which an objective has only statistics. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"idle", "writing"})
    void anObjectiveGoesByItsVector(String name, Model net, Consumer<Model> call) {
        Adapted adapted = Adapted.of(net);
        Bits gradient = Bits.of(adapted.gradient());
        Bits point = Bits.of(adapted.at().copy());
        call.accept(net);
        Bits.assertSame("gradient", gradient, Bits.of(adapted.gradient()));
        Bits.assertSame("point", point, Bits.of(adapted.at()));
    }

    static Stream<Arguments> ofTheLayers() {
        return Stream.of(layered("setParam", net -> net.setParam("0_W", kernels(net))),
                layered("setParamTable", net -> net.setParamTable(table(net))),
                layered("setParams of a layer", net -> net.getLayer(0).setParams(ones(net.getLayer(0)))),
                graph("setParam", net -> net.setParam("0_W", kernels(net))),
                graph("setParamTable", net -> net.setParamTable(table(net))),
                graph("setParams of a layer", net -> net.getLayer(0).setParams(ones(net.getLayer(0)))));
    }

    private static INDArray kernels(Model net) {
        return Nd4j.onesLike(net.getParam("0_W"));
    }

    private static Map<String, INDArray> table(Model net) {
        Map<String, INDArray> table = new LinkedHashMap<>();
        net.paramTable().forEach((key, array) -> table.put(key, array.dup()));
        table.put("0_W", kernels(net));
        return table;
    }

    /** They write to the vector that the objective was asked about, which is where the layers compute. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTheLayers")
    void whatLayersAreGivenIsInTheVector(String name, Model net, Consumer<Model> call) {
        Adapted adapted = Adapted.of(net);
        Adapted fresh = Adapted.of(KIND.layered(DataType.FLOAT));
        fresh.objective().layout().tensor("0_W", fresh.at()).fill(1);
        Bits expected = Bits.of(fresh.gradient());
        assertNotEquals(expected, Bits.of(adapted.gradient()));
        call.accept(net);
        Bits.assertSame("point", Bits.of(fresh.at()), Bits.of(adapted.at()));
        Bits.assertSame("gradient", expected, Bits.of(adapted.gradient()));
    }

    private static Dl4jModel model(Model net) {
        return net instanceof MultiLayerNetwork layers ? Dl4jModel.of(layers) : Dl4jModel.of((ComputationGraph) net);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("idle")
    void aModelIsAsBefore(String name, Model net, Consumer<Model> call) {
        Dl4jModel model = model(net);
        Bits before = Bits.of(model.params().copy());
        call.accept(net);
        Bits.assertSame("params", before, Bits.of(model.params()));
        model.sample(EXAMPLES.batch(DataType.FLOAT, 0, 8));
    }

    /** The vector of a model is the memory of its network, and that is written to. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("writing")
    void aModelHasWhatWasSet(String name, Model net, Consumer<Model> call) {
        Dl4jModel model = model(net);
        call.accept(net);
        assertArrayEquals(ones(net).toDoubleVector(), model.params().toArray());
        model.sample(EXAMPLES.batch(DataType.FLOAT, 0, 8));
    }

    @Test
    void aNetworkInMemoryOfOthers() {
        INDArray rows = Nd4j.rand(DataType.FLOAT, 3, KIND.layered(DataType.FLOAT).numParams());
        MultiLayerNetwork net = new MultiLayerNetwork(KIND.configuration(Nets.base(DataType.FLOAT, new Sgd(0.1))));
        net.init(rows.getRow(1, true), false);
        Dl4jModel model = Dl4jModel.of(net);
        rows.putScalar(1, 0, 7);
        assertEquals(7, model.params().get(0));
        assertEquals(Nd4jVectors.of(rows.getRow(1, true)).segment().address(), model.params().segment().address());
        Adapted adapted = Adapted.of(net);
        Adapted fresh = Adapted.of(KIND.layered(DataType.FLOAT));
        Bits.assertSame("gradient", Bits.of(fresh.gradient()), Bits.of(adapted.gradient()));
    }
}
