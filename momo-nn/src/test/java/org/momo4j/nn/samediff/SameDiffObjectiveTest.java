package org.momo4j.nn.samediff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.ExampleSet;
import org.momo4j.nn.network.NetworkObjective;
import org.momo4j.nn.network.RandomStreams;
import org.momo4j.nn.network.Task;
import org.momo4j.testkit.objective.ObjectiveContract;
import org.momo4j.testkit.objective.ObjectiveSubject;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A graph keeps the promises of an objective. */
class SameDiffObjectiveTest implements ObjectiveContract {
    private static final int CLASSES = 3;
    private static final SameDiffNetwork.Names NAMES = new SameDiffNetwork.Names("loss", "logits", "input", "labels");

    /** Normal inputs, and labels that have something to do with them. */
    private record Made(double[][] inputs) implements ExampleSet {
        static Made of(int size) {
            RandomGenerator random = RandomStreams.of(5, "examples", size);
            double[][] inputs = new double[size][4];
            for (double[] row : inputs) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = (float) random.nextGaussian();
                }
            }
            return new Made(inputs);
        }

        @Override
        public List<Long> shape() {
            return List.of(4L);
        }

        @Override
        public int classes() {
            return CLASSES;
        }

        @Override
        public int size() {
            return inputs.length;
        }

        @Override
        public void copyInputs(Batch batch, FlatVector out) {
            for (int i = 0; i < batch.size(); i++) {
                out.copyFrom(inputs[batch.index(i)], i * 4L, 4);
            }
        }

        @Override
        public int label(int index) {
            return inputs[index][0] > 0.5 ? 2 : inputs[index][1] > 0 ? 1 : 0;
        }
    }

    private static SameDiff graph(DataType type, boolean mean) {
        SameDiff graph = SameDiff.create();
        SDVariable input = graph.placeHolder("input", type, -1, 4);
        SDVariable labels = graph.placeHolder("labels", type, -1, CLASSES);
        SDVariable hidden = graph.math.tanh(input.mmul(graph.var("W0", values(type, 4, 5))).add(
                graph.var("b0", values(type, 5))));
        SDVariable logits = hidden.mmul(graph.var("W1", values(type, 5, CLASSES))).add("logits",
                graph.var("b1", values(type, CLASSES)));
        SDVariable loss = graph.loss.softmaxCrossEntropy(mean ? "loss" : "mean", labels, logits, null);
        if (!mean) {
            graph.math.mul("loss", loss, labels.sum());
        }
        return graph;
    }

    private static INDArray values(DataType type, long... shape) {
        INDArray array = Nd4j.create(type, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, Math.sin(3 * i + shape.length) / 2);
        }
        return array;
    }

    private static NetworkObjective objective(DataType type) {
        return new NetworkObjective(SameDiffNetwork.of(graph(type, true), NAMES, CLASSES, 4),
                Task.of(Made.of(12), Made.of(5)));
    }

    @Override
    public Stream<ObjectiveSubject> subjects() {
        return Stream.of(ObjectiveSubject.of("SameDiff float64", () -> objective(DataType.DOUBLE)),
                ObjectiveSubject.of("SameDiff float32", () -> objective(DataType.FLOAT)).inFloat32());
    }

    @Test
    void aLossThatIsNoMeanIsRefused() {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class,
                () -> SameDiffNetwork.of(graph(DataType.DOUBLE, false), NAMES, CLASSES, 4)).getMessage());
        assertTrue(message.endsWith("it must be the mean over the batch"), message);
    }

    @Test
    void examplesOfAnotherShapeAreRefused() {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class,
                () -> SameDiffNetwork.of(graph(DataType.DOUBLE, true), NAMES, CLASSES, 7)).getMessage());
        assertTrue(message.startsWith("the graph does not take examples of shape [7]"), message);
    }

    @Test
    void anArrayThatWasReplacedIsNoticed() {
        SameDiff graph = graph(DataType.DOUBLE, true);
        NetworkObjective objective = new NetworkObjective(SameDiffNetwork.of(graph, NAMES, CLASSES, 4),
                Task.of(Made.of(12), Made.of(5)));
        FlatVector params = FlatVector.zeros(ElementType.FLOAT64,
                objective.layout().size());
        assertEquals(Math.log(CLASSES), objective.lossAndGradient(params, Batch.all(12), params.zerosLike()), 1e-12);
        graph.getVariable("W0").setArray(values(DataType.DOUBLE, 4, 5));
        assertThrows(IllegalStateException.class,
                () -> objective.lossAndGradient(params, Batch.all(12), params.zerosLike()));
        assertThrows(IllegalStateException.class, () -> objective.evaluate(params));
    }
}
