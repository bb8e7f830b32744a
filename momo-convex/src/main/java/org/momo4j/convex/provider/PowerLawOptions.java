package org.momo4j.convex.provider;

import org.momo4j.api.provider.HyperParameter;

/**
 * Hyper-parameters of {@code power-law-quadratic}.
 *
 * @param dimension n
 * @param p         λ_i = i^(−p)
 * @param q         x*_i = i^(−q)
 */
public record PowerLawOptions(
        @HyperParameter(value = "number of coordinates", byDefault = "200", range = "[1, 100000000]") int dimension,
        @HyperParameter(value = "curvatures are i^(-p)", byDefault = "1", range = "[0, inf)") double p,
        @HyperParameter(value = "the minimiser is i^(-q)", byDefault = "0.6", range = "(-inf, inf)") double q) {}
