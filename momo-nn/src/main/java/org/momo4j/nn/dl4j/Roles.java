package org.momo4j.nn.dl4j;

import java.util.Comparator;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.nn.network.NetworkParameter;
import org.momo4j.nn.network.NetworkParameter.Role;
import org.momo4j.nn.network.Start;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the tensors of DL4J's layers are for, and how they begin. */
final class Roles {
    private Roles() {}

    /** A trained tensor, for the engine-neutral side. */
    static NetworkParameter parameter(Dl4jTensor tensor) {
        return new NetworkParameter(tensor.name(), tensor.shape(), tensor.order(), role(tensor), start(tensor));
    }

    /** What a tensor is for: DL4J's own word, or a weight if it has rank 2 or more. */
    static Role role(Dl4jTensor tensor) {
        return configuration(tensor).map(layer -> role(layer, tensor.key()))
                .orElse(tensor.array().rank() > 1 ? Role.WEIGHT : Role.BIAS);
    }

    private static Role role(org.deeplearning4j.nn.conf.layers.Layer layer, String key) {
        if (key.equals("g")) { // the gain of a layer normalisation: DL4J counts it among the weights
            return Role.NORMALISATION;
        }
        if (layer instanceof PReLULayer) { // DL4J counts the slopes among the weights, too
            return Role.ACTIVATION;
        }
        ParamInitializer initializer = layer.initializer();
        if (initializer.isBiasParam(layer, key)) {
            return Role.BIAS;
        }
        return initializer.isWeightParam(layer, key) ? Role.WEIGHT : Role.NORMALISATION;
    }

    private static Start start(Dl4jTensor tensor) {
        return switch (role(tensor)) {
            case WEIGHT, BIAS -> Start.fanIn(fanIn(tensor));
            case ACTIVATION -> given(tensor);
            case NORMALISATION -> switch (tensor.key()) {
                case "g", "gamma" -> Start.constant(1);
                case "beta" -> Start.constant(0);
                default -> given(tensor);
            };
        };
    }

    private static Start given(Dl4jTensor tensor) {
        return Start.values(Nd4jVectors.of(tensor.array()));
    }

    /** Inputs that one output sees. The largest tensor of a layer is its weights: [in, out], or [out, in, height, width]. */
    private static long fanIn(Dl4jTensor tensor) {
        INDArray weights = tensor.owner().paramTable(false).values().stream()
                .max(Comparator.comparingLong(INDArray::length)).orElse(tensor.array());
        return weights.rank() > 2 ? weights.length() / weights.size(0) : weights.size(0);
    }

    private static Optional<org.deeplearning4j.nn.conf.layers.Layer> configuration(Dl4jTensor tensor) {
        return switch (tensor.owner()) {
            case Layer layer -> Optional.of(layer.conf().getLayer());
            case GraphVertex vertex when vertex.hasLayer() -> Optional.of(vertex.getLayer().conf().getLayer());
            default -> Optional.empty();
        };
    }
}
