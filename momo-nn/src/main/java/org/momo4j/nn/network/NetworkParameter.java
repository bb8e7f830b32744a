package org.momo4j.nn.network;

import java.util.List;
import org.momo4j.api.vector.NamedTensor;

/**
 * One trainable tensor of a network.
 *
 * @param name  unique in its network
 * @param shape its dimensions
 * @param order how its elements are laid out
 * @param role  what it is for, which decides whether it may be spared weight decay
 * @param start how it begins
 */
public record NetworkParameter(String name, List<Long> shape, NamedTensor.Order order, Role role, Start start) {
    /** What a tensor is for. */
    public enum Role {
        /** Multiplies activations of a layer before. */
        WEIGHT,
        /** Is added to them. */
        BIAS,
        /** Scale or shift of a normalised activation. */
        NORMALISATION,
        /** Shapes an activation function: the slope of a PReLU. */
        ACTIVATION
    }

    /** Copies the shape. */
    public NetworkParameter {
        shape = List.copyOf(shape);
    }

    /** Number of elements. */
    public long size() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}
