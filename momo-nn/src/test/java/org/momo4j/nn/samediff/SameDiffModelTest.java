package org.momo4j.nn.samediff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.OnlineBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.preconditioner.IdentityPreconditioner;
import org.momo4j.nn.dl4j.Dl4jModel;
import org.momo4j.nn.network.DecayOf;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class SameDiffModelTest {
    static Optimizer momo(ParameterLayout layout, ElementType type) {
        return new Momo(new MomentumMethod(new FirstSampleAverage(0.9), new IdentityPreconditioner()), 0,
                Decay.PROXIMAL, new Setting(layout, type, k -> 1, new OnlineBound(0), RandomGenerator.getDefault()));
    }

    @Test
    void theGradientIsThatOfTheLoss() {
        SameDiffModel model = Perceptron.model(Perceptron.graph(DataType.DOUBLE, 1));
        DataSet batch = Perceptron.batch(DataType.DOUBLE, 7, 4);
        double[] gradient = model.sample(batch).gradient().toArray();
        assertEquals(Perceptron.INPUTS * Perceptron.HIDDEN + Perceptron.HIDDEN + Perceptron.HIDDEN * Perceptron.CLASSES
                + Perceptron.CLASSES, gradient.length);
        double h = 1e-5;
        for (int i = 0; i < gradient.length; i++) {
            double x = model.params().get(i);
            model.params().set(i, x + h);
            double above = model.sample(batch).loss();
            model.params().set(i, x - h);
            double below = model.sample(batch).loss();
            model.params().set(i, x);
            assertEquals((above - below) / (2 * h), gradient[i], 1e-9, "element " + i);
        }
    }

    @Test
    void theGraphSeesStepsAtOnceAndIsSavedWithThem(@TempDir Path folder) {
        SameDiff graph = Perceptron.graph(DataType.FLOAT, 1);
        SameDiffModel model = Perceptron.model(graph);
        DataSet batch = Perceptron.batch(DataType.FLOAT, 7, 4);
        momo(model.layout(), model.type()).step(model.params(), model.sample(batch));
        Map<String, INDArray> inputs = Map.of("input", batch.getFeatures(), "labels", batch.getLabels());
        double seen = graph.output(inputs, "loss").get("loss").getDouble(0);
        assertEquals(model.sample(batch).loss(), seen, 1e-6);
        File file = folder.resolve("graph.fb").toFile();
        graph.save(file, false);
        SameDiff read = SameDiff.load(file, false);
        assertEquals(seen, read.output(inputs, "loss").get("loss").getDouble(0));
        assertArrayEquals(model.params().toArray(), Perceptron.model(read).params().toArray());
    }

    /** The same layers in DL4J, the same start, the same data: the same steps, to the accuracy of float32. */
    @Test
    void fiftyStepsAreThoseOfDl4j() {
        SameDiff graph = Perceptron.graph(DataType.FLOAT, 1);
        SameDiffModel ours = Perceptron.model(graph);
        MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT)
                .list()
                .layer(new DenseLayer.Builder().nIn(Perceptron.INPUTS).nOut(Perceptron.HIDDEN)
                        .activation(Activation.TANH).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX)
                        .nIn(Perceptron.HIDDEN)
                        .nOut(Perceptron.CLASSES).build())
                .build());
        net.init();
        for (int i = 0; i < 2; i++) {
            net.getParam(i + "_W").assign(graph.getVariable("W" + i).getArr());
            net.getParam(i + "_b").assign(graph.getVariable("b" + i).getArr().reshape(1, -1));
        }
        Dl4jModel theirs = Dl4jModel.of(net);
        Optimizer one = momo(ours.layout(), ours.type());
        Optimizer other = momo(theirs.layout(), theirs.type());
        double first = 0;
        double last = 0;
        for (int k = 1; k <= 50; k++) {
            DataSet batch = Perceptron.batch(DataType.FLOAT, k % 5, 16);
            double loss = one.step(ours.params(), ours.sample(batch)).loss();
            assertEquals(other.step(theirs.params(), theirs.sample(batch)).loss(), loss, 5e-6, "step " + k);
            first = k == 1 ? loss : first;
            last = loss;
        }
        assertTrue(last < first, last + " after " + first);
    }

    @Test
    void resumedTrainingEndsAtTheSameBits() {
        List<Double> straight = new ArrayList<>();
        SameDiffModel model = Perceptron.model(Perceptron.graph(DataType.FLOAT, 1));
        Optimizer momo = momo(model.layout(), model.type());
        SameDiffModel resumed = Perceptron.model(Perceptron.graph(DataType.FLOAT, 2));
        Optimizer other = momo(resumed.layout(), resumed.type());
        for (int k = 0; k < 20; k++) {
            if (k == 10) {
                resumed.params().copyFrom(model.params());
                other.restore(momo.state());
            }
            DataSet batch = Perceptron.batch(DataType.FLOAT, k, 8);
            straight.add(momo.step(model.params(), model.sample(batch)).loss());
            if (k >= 10) {
                StepReport report = other.step(resumed.params(), resumed.sample(batch));
                assertEquals(straight.getLast(), report.loss(), "step " + k);
            }
        }
        assertArrayEquals(model.params().toArray(), resumed.params().toArray());
    }

    @Test
    void fitTakesTheStepsOfALoop() {
        List<DataSet> batches = List.of(Perceptron.batch(DataType.FLOAT, 1, 1), Perceptron.batch(DataType.FLOAT, 2, 1),
                Perceptron.batch(DataType.FLOAT, 3, 1));
        SameDiffModel looped = Perceptron.model(Perceptron.graph(DataType.FLOAT, 1));
        Optimizer momo = momo(looped.layout(), looped.type());
        for (int epoch = 0; epoch < 2; epoch++) {
            batches.forEach(batch -> momo.step(looped.params(), looped.sample(batch)));
        }
        SameDiffModel fitted = Perceptron.model(Perceptron.graph(DataType.FLOAT, 1));
        List<Long> steps = new ArrayList<>();
        fitted.fit(new ListDataSetIterator<>(batches, 1), 2, momo(fitted.layout(), fitted.type()), new RunListener() {
            @Override
            public void step(StepReport report) {
                steps.add(report.k());
            }
        });
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), steps);
        assertArrayEquals(looped.params().toArray(), fitted.params().toArray());
    }

    @Test
    void biasesAreSparedFromDecay() {
        ParameterLayout layout = SameDiffModel
                .of(Perceptron.graph(DataType.FLOAT, 1), "loss", "input", "labels", DecayOf.WEIGHTS).layout();
        layout.tensors().forEach(tensor -> assertEquals(tensor.name().startsWith("b"),
                tensor.group().weightDecay().isPresent(), tensor.name()));
    }

    /** The loss is looked at before a graph is adapted, and may draw. */
    @Test
    void othersRandomNumbersAreLeftAlone() {
        SameDiff graph = Perceptron.graph(DataType.FLOAT, 1);
        SDVariable noise = graph.random.normal(0, 1, DataType.FLOAT, Perceptron.CLASSES);
        graph.math.mul("noisy", graph.getVariable("loss"), noise.sum());
        Nd4j.getRandom().setSeed(5);
        INDArray expected = Nd4j.rand(DataType.DOUBLE, 4);
        Nd4j.getRandom().setSeed(5);
        SameDiffModel.of(graph, "noisy", "input", "labels");
        assertEquals(expected, Nd4j.rand(DataType.DOUBLE, 4));
    }

    @Test
    void aFrozenLayerIsLeftAlone() {
        SameDiff graph = Perceptron.graph(DataType.FLOAT, 1);
        graph.convertToConstants(List.of(graph.getVariable("W0"), graph.getVariable("b0")));
        SameDiffModel model = Perceptron.model(graph);
        assertEquals(Perceptron.HIDDEN * Perceptron.CLASSES + Perceptron.CLASSES, model.params().size());
        INDArray before = graph.getVariable("W0").getArr().dup();
        DataSet batch = Perceptron.batch(DataType.FLOAT, 1, 4);
        Optimizer momo = momo(model.layout(), model.type());
        double first = momo.step(model.params(), model.sample(batch)).loss();
        assertTrue(model.sample(batch).loss() < first);
        assertEquals(before, graph.getVariable("W0").getArr());
    }

    /** One array a step that nobody frees would be 20,000. */
    @Test
    void twentyThousandStepsLeaveNothingBehind() throws InterruptedException {
        SameDiffModel model = Perceptron.model(Perceptron.graph(DataType.FLOAT, 1));
        Optimizer momo = momo(model.layout(), model.type());
        DataSet batch = Perceptron.batch(DataType.FLOAT, 1, 4);
        for (int i = 0; i < 2_000; i++) {
            momo.step(model.params(), model.sample(batch));
        }
        int before = arrays();
        for (int i = 0; i < 20_000; i++) {
            momo.step(model.params(), model.sample(batch));
        }
        int after = arrays();
        for (int i = 0; i < 25 && after > before + 100; i++) {
            System.gc();
            Thread.sleep(100);
            after = arrays();
        }
        assertTrue(after <= before + 100, after + " arrays after " + before);
    }

    /** How many arrays hold memory of ND4J's, which keeps the list that it frees by to itself. */
    private static int arrays() {
        System.gc();
        try {
            var list = DeallocatorService.class.getDeclaredField("referenceMap");
            list.setAccessible(true);
            return ((Map<?, ?>) list.get(Nd4j.getDeallocatorService())).size();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
