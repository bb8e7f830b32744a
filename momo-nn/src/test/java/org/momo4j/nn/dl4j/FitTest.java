package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.listeners.CollectScoresIterationListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.testkit.Bits;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** DL4J's {@code fit} with an optimizer of ours. */
class FitTest {
    private static final int EPOCHS = 3;

    private static List<DataSet> batches(Nets kind, DataType type) {
        return RandomExamples.of(kind, 100).batches(type, 16); // the last has four examples
    }

    private static DataSetIterator iterator(Nets kind, DataType type) {
        return new ListDataSetIterator<>(batches(kind, type), 1);
    }

    /** Dropout draws from a stream of ND4J's that all networks share. */
    private static void seed() {
        Nd4j.getRandom().setSeed(11);
    }

    private static void loop(Dl4jModel model, Optimizer optimizer, List<DataSet> batches) {
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (DataSet batch : batches) {
                optimizer.step(model.params(), model.sample(batch));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void trainsALayeredNetworkAsALoopDoes(Nets kind) {
        MultiLayerNetwork looped = kind.layered(DataType.FLOAT);
        MultiLayerNetwork fitted = kind.layered(DataType.FLOAT, new Adam(0.1)); // which is not used
        Dl4jModel one = Dl4jModel.of(looped);
        Dl4jModel other = Dl4jModel.of(fitted);
        Bits before = Bits.of(one.params());
        Bits.assertSame("start", before, Bits.of(other.params()));

        seed();
        loop(one, Optimizers.momo(one), batches(kind, DataType.FLOAT));
        seed();
        other.trainWith(Optimizers.momo(other));
        fitted.fit(iterator(kind, DataType.FLOAT), EPOCHS);

        assertNotEquals(before, Bits.of(one.params()));
        Bits.assertSame("parameters", Bits.of(one.params()), Bits.of(other.params()));
        assertEquals(looped.params(), fitted.params());
    }

    @ParameterizedTest
    @EnumSource
    void trainsAGraphAsALoopDoes(Nets kind) {
        ComputationGraph looped = kind.graph(DataType.DOUBLE);
        ComputationGraph fitted = kind.graph(DataType.DOUBLE, new Adam(0.1));
        Dl4jModel one = Dl4jModel.of(looped);
        Dl4jModel other = Dl4jModel.of(fitted);
        other.params().copyFrom(one.params());

        seed();
        loop(one, Optimizers.momo(one), batches(kind, DataType.DOUBLE));
        seed();
        other.trainWith(Optimizers.momo(other));
        fitted.fit(iterator(kind, DataType.DOUBLE), EPOCHS);

        Bits.assertSame("parameters", Bits.of(one.params()), Bits.of(other.params()));
    }

    /** Everything around the optimizer is DL4J's: scale of the gradient, statistics, order. */
    @ParameterizedTest
    @EnumSource
    void gradientDescentIsThatOfDl4j(Nets kind) {
        MultiLayerNetwork theirs = kind.layered(DataType.FLOAT, new Sgd(0.1));
        MultiLayerNetwork ours = kind.layered(DataType.FLOAT, new Sgd(0.1));
        seed();
        theirs.fit(iterator(kind, DataType.FLOAT), EPOCHS);
        seed();
        Dl4jModel.of(ours).trainWith(new PlainSgd(0.1));
        ours.fit(iterator(kind, DataType.FLOAT), EPOCHS);
        Bits.assertSame("parameters and statistics", Bits.of(Dl4jModel.of(theirs).params()),
                Bits.of(Dl4jModel.of(ours).params()));
    }

    @ParameterizedTest
    @EnumSource(names = {"DENSE", "CONVOLUTION"})
    void penaltiesAreThoseOfDl4j(Nets kind) {
        MultiLayerNetwork theirs = penalised(kind);
        MultiLayerNetwork ours = penalised(kind);
        theirs.fit(iterator(kind, DataType.DOUBLE), EPOCHS);
        Dl4jModel.of(ours).trainWith(new PlainSgd(0.1));
        ours.fit(iterator(kind, DataType.DOUBLE), EPOCHS);
        Bits.assertSame("parameters", Bits.of(Dl4jModel.of(theirs).params()), Bits.of(Dl4jModel.of(ours).params()));
    }

    private static MultiLayerNetwork penalised(Nets kind) {
        MultiLayerNetwork net = new MultiLayerNetwork(
                kind.configuration(Nets.base(DataType.DOUBLE, new Sgd(0.1)).l2(0.01).l1(0.003).l2Bias(0.02)));
        net.init();
        return net;
    }

    @Test
    void listenersOnBothSidesAreTold() {
        MultiLayerNetwork net = Nets.DENSE.layered(DataType.FLOAT);
        Dl4jModel model = Dl4jModel.of(net);
        List<StepReport> reports = new ArrayList<>();
        model.trainWith(Optimizers.momo(model), new RunListener() {
            @Override
            public void step(StepReport report) {
                reports.add(report);
            }
        });
        CollectScoresIterationListener scores = new CollectScoresIterationListener(1);
        net.setListeners(scores); // after the optimizer: it stays
        net.fit(iterator(Nets.DENSE, DataType.FLOAT), EPOCHS);
        assertEquals(7 * EPOCHS, reports.size());
        assertEquals(7 * EPOCHS, net.getIterationCount());
        assertEquals(7 * EPOCHS, reports.getLast().k());
        assertTrue(reports.getLast().loss() < reports.getFirst().loss());
        assertEquals(net.score(), reports.getLast().loss());
    }

    @Test
    void aRefusedStepEndsFitAndChangesNothing() {
        MultiLayerNetwork net = Nets.DENSE.layered(DataType.FLOAT);
        Dl4jModel model = Dl4jModel.of(net);
        model.trainWith(Optimizers.momo(model));
        DataSet batch = RandomExamples.of(Nets.DENSE, 4).batch(DataType.FLOAT, 0, 4);
        batch.getFeatures().putScalar(0, Double.NaN);
        Bits before = Bits.of(model.params());
        assertThrows(NonFiniteStepException.class, () -> net.fit(batch));
        Bits.assertSame("parameters", before, Bits.of(model.params()));
    }
}
