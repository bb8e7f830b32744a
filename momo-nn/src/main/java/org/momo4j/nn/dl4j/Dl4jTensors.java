package org.momo4j.nn.dl4j;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.misc.DummyConfig;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.dl4j.Dl4jTensor.Kind;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The tensors of a network, in the order in which they fill its flat parameters.
 *
 * @param all every one of them
 */
record Dl4jTensors(List<Dl4jTensor> all) {
    /**
     * Lists the tensors of a network.
     *
     * @throws IllegalArgumentException if MoMo cannot train the network as it was built
     */
    static Dl4jTensors of(Net net) {
        if (!net.initialised()) {
            throw new IllegalArgumentException("the network has no parameters yet: call init() first");
        }
        List<Dl4jTensor> all = new ArrayList<>();
        FlatVector flat = Nd4jVectors.of(net.model().params());
        for (Map.Entry<String, Trainable> part : net.parts().entrySet()) {
            Trainable owner = part.getValue();
            if (owner.numParams() == 0) {
                continue;
            }
            requireUnclipped(part.getKey(), owner);
            requireReached(all, part.getKey(), owner);
            for (Map.Entry<String, INDArray> tensor : owner.paramTable(false).entrySet()) {
                String key = tensor.getKey();
                INDArray array = tensor.getValue();
                all.add(new Dl4jTensor(part.getKey(), owner, key, kind(owner, key), offset(flat, array), array));
            }
        }
        all.sort(Comparator.comparingLong(Dl4jTensor::offset)); // a convolution names its bias last, and stores it first
        requireGapless(all, flat);
        if (all.stream().noneMatch(tensor -> tensor.kind() == Kind.TRAINED)) {
            throw new IllegalArgumentException("the network has no parameters that are trained");
        }
        return new Dl4jTensors(List.copyOf(all));
    }

    /** Those of one kind. */
    Stream<Dl4jTensor> of(Kind kind) {
        return all.stream().filter(tensor -> tensor.kind() == kind);
    }

    /** Names and shapes, which two networks must share to share values. */
    List<String> signature() {
        return all.stream().map(tensor -> tensor.name() + tensor.shape()).toList();
    }

    /**
     * Checks that the layers of a network still compute with these arrays.
     *
     * @param expected the array of each tensor
     * @throws IllegalStateException if a layer or an array was replaced
     */
    void requireInPlace(Net net, Function<Dl4jTensor, INDArray> expected) {
        Map<String, Trainable> parts = net.parts();
        for (Dl4jTensor tensor : all) {
            if (parts.get(tensor.part()) != tensor.owner()) {
                throw new IllegalStateException("layer \"" + tensor.part()
                        + "\" was replaced since the network was adapted: adapt it again");
            }
            if (tensor.owner().paramTable(false).get(tensor.key()) != expected.apply(tensor)) {
                throw new IllegalStateException("parameter \"" + tensor.name() + "\" was replaced since the network was"
                        + " adapted: set its values instead, or adapt the network again");
            }
        }
    }

    /** Number of elements of those of one kind. */
    long size(Kind kind) {
        return of(kind).mapToLong(Dl4jTensor::size).sum();
    }

    private static long offset(FlatVector flat, INDArray array) {
        return (Nd4jVectors.of(array).segment().address() - flat.segment().address()) / flat.type().bytes();
    }

    private static void requireGapless(List<Dl4jTensor> all, FlatVector flat) {
        long next = 0;
        for (Dl4jTensor tensor : all) {
            if (tensor.offset() != next) {
                throw new IllegalArgumentException("parameter \"" + tensor.name() + "\" does not lie where it should in"
                        + " the network's flat parameters: it has been replaced");
            }
            next += tensor.size();
        }
        if (next != flat.size()) {
            throw new IllegalArgumentException("the layers have " + next + " parameters, the network " + flat.size());
        }
    }

    private static Kind kind(Trainable owner, String key) {
        if (frozen(owner) || owner.getConfig().isPretrainParam(key)) {
            return Kind.CONSTANT;
        }
        return owner.updaterDivideByMinibatch(key) ? Kind.TRAINED : Kind.STATISTIC;
    }

    /** DL4J has three kinds of frozen; two of them have no settings of their own. */
    private static boolean frozen(Trainable owner) {
        Object layer = owner instanceof GraphVertex vertex && vertex.hasLayer() ? vertex.getLayer() : owner;
        return owner.getConfig() instanceof DummyConfig || layer instanceof FrozenLayerWithBackprop;
    }

    private static void requireUnclipped(String part, Trainable owner) {
        GradientNormalization normalization = owner.getConfig().getGradientNormalization();
        if (normalization != null && normalization != GradientNormalization.None) {
            throw new IllegalArgumentException("layer \"" + part + "\" has gradientNormalization " + normalization
                    + ", which would part the gradient from its loss; build the network without it");
        }
    }

    private static void requireReached(List<Dl4jTensor> before, String part, Trainable owner) {
        if (owner instanceof FrozenLayer) {
            before.stream().filter(tensor -> tensor.kind() == Kind.TRAINED).findFirst().ifPresent(tensor -> {
                throw new IllegalArgumentException(
                        "layer \"" + tensor.part() + "\" lies before the frozen layer \"" + part
                                + "\", through which DL4J sends no gradient; freeze it too");
            });
        }
    }
}
