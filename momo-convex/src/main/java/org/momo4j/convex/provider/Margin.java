package org.momo4j.convex.provider;

import org.momo4j.api.provider.HyperParameter;

/**
 * How much room synthetic data leave around the solution.
 *
 * @param margin distance of the examples from the separating hyperplane, or radius of a ball in all half-spaces
 */
public record Margin(
        @HyperParameter(value = "synthetic: distance of the solution from every boundary", byDefault = "0.1", range = "[0, inf)") double margin) {}
