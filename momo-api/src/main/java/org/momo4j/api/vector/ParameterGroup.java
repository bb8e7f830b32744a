package org.momo4j.api.vector;

import java.util.OptionalDouble;

/**
 * Settings that the tensors of one group share (MATH.md section 3, parameter groups).
 *
 * @param name        what the group is called
 * @param weightDecay λ_i of this group, at least 0; empty: the optimizer's own weight decay
 * @param rateScale   c_i, positive and finite: the group's learning rate is c_i α
 */
public record ParameterGroup(String name, OptionalDouble weightDecay, double rateScale) {
    /** The group of everything that was put in no group: the optimizer's weight decay, scale 1. */
    public static final ParameterGroup DEFAULT = new ParameterGroup("default", OptionalDouble.empty(), 1);

    /** Checks the ranges. */
    public ParameterGroup {
        if (weightDecay.isPresent()
                && !(weightDecay.getAsDouble() >= 0 && weightDecay.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight decay of group \"" + name + "\" is " + weightDecay.getAsDouble()
                    + "; it must be in [0, inf)");
        }
        if (!(rateScale > 0 && rateScale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning-rate scale of group \"" + name + "\" is " + rateScale
                    + "; it must be in (0, inf)");
        }
    }

    /** A group that is never decayed, say for biases and normalisation. */
    public static ParameterGroup withoutDecay(String name) {
        return new ParameterGroup(name, OptionalDouble.of(0), 1);
    }
}
