package org.momo4j.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.momo4j.api.step.Optimizer;
import org.momo4j.nn.network.NetworkParameter;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** Frozen layers stay as they are, and layers without parameters are no trouble. */
class FrozenLayersTest {
    private static MultiLayerNetwork net() {
        MultiLayerNetwork net = new MultiLayerNetwork(Nets.base(DataType.DOUBLE, new Sgd(0.1)).list()
                .layer(new FrozenLayer.Builder().layer(new DenseLayer.Builder().nOut(6).build()).build())
                .layer(new FrozenLayer.Builder().layer(new BatchNormalization()).build())
                .layer(Nets.dense(5))
                .layer(new FrozenLayerWithBackprop(new DenseLayer.Builder().nOut(4).build()))
                .layer(Nets.output()).setInputType(InputType.feedForward(5)).build());
        net.init();
        return net;
    }

    @Test
    void noOptimizerMovesThem() {
        MultiLayerNetwork net = net();
        Dl4jModel model = Dl4jModel.of(net);
        DataSet batch = RandomExamples.of(Nets.DENSE, 16).batch(DataType.DOUBLE, 0, 16);
        INDArray before = net.params().dup();
        for (Optimizer optimizer : Optimizers.decaying(model)) {
            for (int step = 0; step < 4; step++) {
                optimizer.step(model.params(), model.sample(batch));
            }
            model.trainWith(optimizer);
            net.fit(batch);
        }
        INDArray after = net.params();
        long offset = 0;
        for (var tensor : model.layout().tensors()) {
            for (long i = offset; i < offset + tensor.size(); i++) {
                boolean frozen = tensor.name().matches("[013]_.*");
                if (frozen) {
                    assertEquals(before.getDouble(i), after.getDouble(i), tensor.name());
                } else {
                    assertNotEquals(before.getDouble(i), after.getDouble(i), tensor.name());
                }
            }
            offset += tensor.size();
        }
    }

    @Test
    void norInAGraph() {
        ComputationGraph net = net().toComputationGraph();
        Dl4jModel model = Dl4jModel.of(net);
        INDArray before = net.getParam("3_W").dup();
        model.trainWith(Optimizers.momo(model));
        net.fit(RandomExamples.of(Nets.DENSE, 16).batch(DataType.DOUBLE, 0, 16));
        assertEquals(before, net.getParam("3_W"));
        assertEquals("untrained", model.layout().tensors().get(8).group().name());
    }

    @Test
    void anObjectiveHasNoneOfThem() {
        Dl4jNetwork network = Dl4jNetwork.of(net(), 5);
        assertEquals(List.of("2_W", "2_b", "4_W", "4_b"),
                network.parameters().stream().map(NetworkParameter::name).toList());
    }
}
