package org.momo4j.convex.testbed;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.theory.Finding;
import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.vector.FlatVector;

/**
 * A problem with one sample and f* = 0, for which interpolation is no assumption.
 *
 * @param name          unique within the test bed
 * @param description   one line
 * @param objective     a fresh objective that knows its minimiser
 * @param convexity     why it is convex
 * @param gradientBound G for R = 1, times R if {@code smoothness} is a number
 * @param gradientHow   why
 * @param smoothness    L; NaN if there is none
 */
record DeterministicCase(String name, String description, Supplier<Objective> objective, String convexity,
        double gradientBound, String gradientHow, double smoothness) {
    /** The problem with its constants and findings. */
    Problem problem() {
        double[] minimiser = objective.get().optimum().orElseThrow().minimiser().map(FlatVector::toArray)
                .orElseThrow();
        double radius = Constants.norm(minimiser);
        double bound = gradientBound * (Double.isNaN(smoothness) ? 1 : radius);
        List<Finding> findings = Arrays.stream(Hypothesis.values()).map(hypothesis -> switch (hypothesis) {
            case CONVEX -> new Finding(hypothesis, true, convexity);
            case INTERPOLATION -> new Finding(hypothesis, true, "there is one sample, and f(x*) = f* = 0 exactly");
            case EXACT_BOUND -> new Finding(hypothesis, true, "the bound used is f* = 0 by construction");
            case INDEPENDENT_SAMPLES -> new Finding(hypothesis, true, "there is one sample");
            case BOUNDED_SECOND_MOMENT -> new Finding(hypothesis, true,
                    gradientHow + "; G = " + bound + ", R = " + radius);
            case SMOOTH -> new Finding(hypothesis, !Double.isNaN(smoothness),
                    Double.isNaN(smoothness) ? "it has kinks" : "L = " + smoothness + ", the largest curvature");
        }).toList();
        return new Problem(name, description, objective, 1, 0, minimiser, 0, radius, bound, smoothness, findings);
    }
}
