package org.momo4j.core.momo;

import org.momo4j.api.method.Decay;
import org.momo4j.api.provider.HyperParameter;

/**
 * Hyper-parameters that every method gets from MoMo.
 *
 * @param weightDecay λ
 * @param decay       how it enters the step
 */
public record DecayParameters(
        @HyperParameter(value = "weight decay λ of groups without their own", byDefault = "0", range = "[0, inf)") double weightDecay,
        @HyperParameter(value = "how weight decay enters the step", byDefault = "proximal") Decay decay) {}
