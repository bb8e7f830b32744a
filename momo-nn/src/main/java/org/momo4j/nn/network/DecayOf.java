package org.momo4j.nn.network;

import org.momo4j.api.vector.ParameterGroup;
import org.momo4j.nn.network.NetworkParameter.Role;

/** Which parameters the optimizer's weight decay is for. */
public enum DecayOf {
    /** All of them. */
    ALL,
    /** Weights alone: biases and parameters of normalisations and activation functions are in a group that is never decayed. */
    WEIGHTS;

    private static final ParameterGroup SPARED = ParameterGroup.withoutDecay("no-decay");

    /** The group of a parameter of this role. */
    public ParameterGroup group(Role role) {
        return this == ALL || role == Role.WEIGHT ? ParameterGroup.DEFAULT : SPARED;
    }
}
