package org.momo4j.lab.run;

import java.util.Optional;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.step.Optimizer;
import org.momo4j.convex.sampling.Sampler;

/**
 * What takes part in a run, all of it fresh.
 *
 * @param objective what is minimised
 * @param optimum   f*, where it is known
 * @param optimizer the method
 * @param sampler   draws batches
 * @param epochs    how steps and epochs relate
 * @param steps     of the whole run
 */
public record RunParts(Objective objective, Optional<Double> optimum, Optimizer optimizer, Sampler sampler,
        Epochs epochs, long steps) {}
