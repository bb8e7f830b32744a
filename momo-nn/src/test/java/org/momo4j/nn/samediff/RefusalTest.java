package org.momo4j.nn.samediff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.step.RunListener;
import org.nd4j.autodiff.samediff.ArrayHolder;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.array.SingleThreadArrayHolder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Graphs and batches that are refused, by a sentence that says what to do, and before anything has changed. */
class RefusalTest {
    private static final DataSet BATCH = Perceptron.batch(DataType.FLOAT, 1, 4);

    private static SameDiff perceptron() {
        return Perceptron.graph(DataType.FLOAT, 1);
    }

    private static void assertRefused(Class<? extends Exception> kind, String says, Executable call) {
        String message = String.valueOf(assertThrows(kind, call).getMessage());
        assertTrue(message.contains(says), message);
    }

    /** What is refused, who is asked, what is wrong with the graph, and the names of loss, features and labels. */
    static Stream<Arguments> graphs() {
        Consumer<SameDiff> none = graph -> {
        };
        Consumer<SameDiff> frozen = graph -> graph.convertToConstants(Stream.of("W0", "b0", "W1", "b1")
                .map(graph::getVariable).toList());
        Consumer<SameDiff> idle = graph -> graph.var("idle", Nd4j.create(DataType.FLOAT, 2));
        Consumer<SameDiff> mixed = graph -> graph.var("half", Nd4j.create(DataType.DOUBLE, 2));
        Consumer<SameDiff> each = graph -> graph.math.square("each", graph.getVariable("logits").sum(1));
        Consumer<SameDiff> whole = graph -> graph.argmax("whole", graph.getVariable("logits"), 0, 1);
        return Stream.of(Arguments.of("no variable \"los\"", none, "los", "input", "labels"),
                Arguments.of("no variable \"inputs\"", none, "loss", "inputs", "labels"),
                Arguments.of("no variable \"label\"", none, "loss", "input", "label"),
                Arguments.of("\"W0\" is of kind VARIABLE; a placeholder", none, "loss", "input", "W0"),
                Arguments.of("loss \"W0\" is of kind VARIABLE", none, "W0", "input", "labels"),
                Arguments.of("no variables that are trained", frozen, "loss", "input", "labels"),
                Arguments.of("does not depend on variable \"idle\"", idle, "loss", "input", "labels"),
                Arguments.of("all must be FLOAT", mixed, "loss", "input", "labels"),
                Arguments.of("loss \"each\" has shape [2]; a scalar", each, "each", "input", "labels"),
                Arguments.of("no gradient of loss \"whole\"", whole, "whole", "input", "labels"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void aRefusedGraphIsAsBefore(String says, Consumer<SameDiff> change, String loss, String features, String labels) {
        List<BiConsumer<SameDiff, String>> adapters = List.of(
                (graph, l) -> SameDiffModel.of(graph, l, features, labels), (graph, l) -> SameDiffNetwork.of(graph,
                        new SameDiffNetwork.Names(l, "logits", features, labels), Perceptron.CLASSES,
                        Perceptron.INPUTS));
        for (BiConsumer<SameDiff, String> adapter : adapters) {
            for (boolean differentiated : new boolean[]{false, true}) {
                SameDiff graph = perceptron();
                graph.setLossVariables("loss");
                change.accept(graph);
                if (differentiated && !says.contains("trained")) {
                    graph.createGradFunction();
                }
                ArrayHolder variables = graph.getVariablesArrays();
                ArrayHolder constants = graph.getConstantArrays();
                boolean gradients = graph.hasGradientFunction();
                INDArray weights = graph.getVariable("W0").getArr();
                assertRefused(IllegalArgumentException.class, says, () -> adapter.accept(graph, loss));
                assertSame(variables, graph.getVariablesArrays());
                assertSame(constants, graph.getConstantArrays());
                assertSame(weights, graph.getVariable("W0").getArr());
                assertEquals(List.of("loss"), graph.getLossVariables());
                assertEquals(gradients, graph.hasGradientFunction());
            }
        }
    }

    @Test
    void aNetworkWithoutItsScoresIsAsBefore() {
        SameDiff graph = perceptron();
        ArrayHolder variables = graph.getVariablesArrays();
        assertRefused(IllegalArgumentException.class, "no variable \"scores\"",
                () -> SameDiffNetwork.of(graph, new SameDiffNetwork.Names("loss", "scores", "input", "labels"),
                        Perceptron.CLASSES, Perceptron.INPUTS));
        assertRefused(IllegalArgumentException.class, "does not take examples of shape [7]",
                () -> SameDiffNetwork.of(graph, new SameDiffNetwork.Names("loss", "logits", "input", "labels"),
                        Perceptron.CLASSES, 7));
        assertSame(variables, graph.getVariablesArrays());
        Perceptron.model(graph).sample(BATCH);
    }

    /** Nothing is known of its batches before the first one comes. */
    @Test
    void aLossOfUnknownShapeIsRefusedAtTheFirstBatch() {
        SameDiff graph = SameDiff.create();
        SDVariable input = graph.placeHolder("input", DataType.FLOAT);
        SDVariable labels = graph.placeHolder("labels", DataType.FLOAT);
        SDVariable logits = input
                .mmul(graph.var("W", Nd4j.ones(DataType.FLOAT, Perceptron.INPUTS, Perceptron.CLASSES)));
        graph.math.square("each", logits.sub(labels).sum(1));
        SameDiffModel model = SameDiffModel.of(graph, "each", "input", "labels");
        assertRefused(IllegalArgumentException.class, "loss \"each\" has shape [4]; a scalar",
                () -> model.sample(BATCH));
    }

    @Test
    void arraysReplacedBehindTheAdapter() {
        INDArray other = Nd4j.create(DataType.FLOAT, Perceptron.INPUTS, Perceptron.HIDDEN);
        Map<String, Consumer<SameDiff>> ways = Map.of("setArray", graph -> graph.getVariable("W0").setArray(other),
                "associate", graph -> graph.associateArrayWithVariable(other, "W0"), "setArrayForVariable",
                graph -> graph.setArrayForVariable("W0", other), "constant",
                graph -> graph.convertToConstants(List.of(graph.getVariable("W0"))));
        ways.forEach((way, replace) -> {
            SameDiff graph = perceptron();
            SameDiffModel model = Perceptron.model(graph);
            model.sample(BATCH);
            replace.accept(graph);
            assertRefused(IllegalStateException.class, "\"W0\" was replaced", () -> model.sample(BATCH));
        });
    }

    @Test
    void holdersReplacedBehindTheAdapter() {
        Map<String, Consumer<SameDiff>> ways = Map.of("both",
                graph -> graph.setArrayHolders(new SingleThreadArrayHolder(), new SingleThreadArrayHolder(), true),
                "variables", graph -> graph.setVariablesArrays(new SingleThreadArrayHolder()), "constants",
                graph -> graph.setConstantArrays(new SingleThreadArrayHolder()), "adapted again", Perceptron::model);
        ways.forEach((way, replace) -> {
            SameDiff graph = perceptron();
            SameDiffModel model = Perceptron.model(graph);
            model.sample(BATCH);
            replace.accept(graph);
            assertRefused(IllegalStateException.class, "the arrays of the graph were replaced",
                    () -> model.sample(BATCH));
        });
    }

    @Test
    void batches() {
        SameDiffModel model = Perceptron.model(perceptron());
        Class<IllegalArgumentException> wrong = IllegalArgumentException.class;
        INDArray features = BATCH.getFeatures();
        INDArray labels = BATCH.getLabels();
        INDArray mask = Nd4j.ones(DataType.FLOAT, 4, 1);
        assertRefused(wrong, "4 examples and labels of shape [1, 3]",
                () -> model.sample(new DataSet(features, labels.getRow(0, true))));
        assertRefused(wrong, "no labels", () -> model.sample(new DataSet(features, null)));
        assertRefused(wrong, "no features", () -> model.sample(new DataSet(null, labels)));
        assertRefused(wrong, "has masks", () -> model.sample(new DataSet(features, labels, mask, null)));
        assertRefused(wrong, "has masks", () -> model.sample(new DataSet(features, labels, null, mask)));
    }

    @Test
    void negativeEpochs() {
        SameDiffModel model = Perceptron.model(perceptron());
        ListDataSetIterator<DataSet> batches = new ListDataSetIterator<>(List.of(BATCH, BATCH), 1);
        batches.next();
        RunListener silent = new RunListener() {
        };
        assertRefused(IllegalArgumentException.class, "epochs are -1; they must be at least 0",
                () -> model.fit(batches, -1, SameDiffModelTest.momo(model.layout(), model.type()), silent));
        batches.next();
        assertTrue(!batches.hasNext(), "the iterator was reset");
    }
}
