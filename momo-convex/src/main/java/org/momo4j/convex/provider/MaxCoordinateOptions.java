package org.momo4j.convex.provider;

import org.momo4j.api.provider.HyperParameter;

/**
 * Hyper-parameters of {@code max-coordinate}.
 *
 * @param dimension n
 * @param exponent  e in x*_i = i^(−e); 0: x*_i = 1/√n
 */
public record MaxCoordinateOptions(
        @HyperParameter(value = "number of coordinates", byDefault = "200", range = "[1, 100000000]") int dimension,
        @HyperParameter(value = "e in x*_i = i^(-e), for example 1/2 + eps; 0: x*_i = 1/√n", byDefault = "0.6", range = "[0, inf)") double exponent) {}
