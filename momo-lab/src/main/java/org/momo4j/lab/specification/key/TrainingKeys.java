package org.momo4j.lab.specification.key;

import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.experiment.Training.Sampling;

/**
 * How a run trains, as a specification says it: each of them may be a grid axis.
 *
 * @param batchSize   examples a batch
 * @param sampling    how batches are drawn
 * @param type        of parameters and gradients
 * @param accumulate  batches a step
 * @param clip        largest norm of a gradient
 * @param diagnostics steps whose reports are kept
 * @param threads     threads a step may use
 */
public record TrainingKeys(
        @HyperParameter(value = "examples a batch", byDefault = "32", range = "[1, inf)") int batchSize,
        @HyperParameter(value = "how batches are drawn", byDefault = "shuffle") Sampling sampling,
        @HyperParameter(value = "type of parameters and gradients", byDefault = "float64") ElementType type,
        @HyperParameter(value = "batches whose gradients are averaged for one step", byDefault = "1", range = "[1, inf)") int accumulate,
        @HyperParameter(value = "largest norm of a gradient; larger ones are scaled down", byDefault = "inf", range = "(0, inf]") double clip,
        @HyperParameter(value = "steps whose reports are kept, at most", byDefault = "200", range = "[0, inf)") int diagnostics,
        @HyperParameter(value = "threads a step may use", byDefault = "1", range = "[1, 1024]") int threads) {}
