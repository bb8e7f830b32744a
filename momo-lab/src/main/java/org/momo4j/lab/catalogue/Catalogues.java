package org.momo4j.lab.catalogue;

import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.theory.Check;

/**
 * Everything that is installed.
 *
 * @param optimizers optimizers; momentum methods are among them, with MoMo's step size
 * @param bounds     strategies for the lower bound
 * @param objectives objectives
 * @param schedules  learning-rate schedules
 * @param checks     statements of theory
 */
public record Catalogues(Catalogue<OptimizerProvider<?>> optimizers, Catalogue<LowerBoundProvider<?>> bounds,
        Catalogue<ObjectiveProvider<?>> objectives, Catalogue<LearningRateProvider<?>> schedules,
        Catalogue<Check> checks) {}
