package org.momo4j.convex.verify;

import java.util.List;
import org.momo4j.api.theory.Problem;

/**
 * What was measured on one problem.
 *
 * @param problem    the problem, its hypotheses among it
 * @param samples    number of examples
 * @param dimension  number of parameters
 * @param curves     mean gap against K, one for every trial
 */
public record ProblemResult(Problem problem, int samples, long dimension, List<Curve> curves) {}
