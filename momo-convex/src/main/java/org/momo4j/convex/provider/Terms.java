package org.momo4j.convex.provider;

import org.momo4j.api.provider.HyperParameter;

/**
 * What is added to the loss of a linear problem.
 *
 * @param l2    weight of ½|x|²
 * @param shift a constant
 */
public record Terms(
        @HyperParameter(value = "weight of the squared norm, (l2/2)|x|²", byDefault = "0", range = "[0, inf)") double l2,
        @HyperParameter(value = "constant added to the loss, so that f* need not be 0", byDefault = "0", range = "(-inf, inf)") double shift) {}
