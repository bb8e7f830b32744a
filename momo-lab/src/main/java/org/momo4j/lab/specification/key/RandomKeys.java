package org.momo4j.lab.specification.key;

import org.momo4j.api.provider.HyperParameter;

/**
 * Random search: how often distributions are drawn from.
 *
 * @param samples draws
 * @param seed    of the draws
 */
public record RandomKeys(
        @HyperParameter(value = "draws from every entry with a distribution", byDefault = "10", range = "[1, 1000000]") int samples,
        @HyperParameter(value = "seed of the draws", byDefault = "0") long seed) {}
