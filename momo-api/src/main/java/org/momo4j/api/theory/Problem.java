package org.momo4j.api.theory;

import java.util.List;
import java.util.function.Supplier;
import org.momo4j.api.objective.Objective;

/**
 * A convex problem with all that theorems ask of it. Everything is float64.
 *
 * @param name            unique within a test bed
 * @param description     one line: data, generator, source
 * @param objective       a fresh objective over the same data, for one thread
 * @param batchSize       examples a step, drawn with replacement
 * @param optimalValue    f*, the value that every f(., s) has at x* if interpolation holds; else the infimum of f
 * @param minimiser       x*, a minimiser of f
 * @param minimiserExcess max_s f(x*, s) − f*, at least 0: rounding noise if interpolation holds
 * @param radius          R = |x_1 − x*|
 * @param gradientBound   G, with E|g(x, s)|² ≤ G² on the ball of radius R about x*; NaN if unknown
 * @param smoothness      L, the Lipschitz constant of every gradient; NaN if there is none
 * @param findings        which hypotheses hold, and how that was decided
 */
public record Problem(String name, String description, Supplier<Objective> objective, int batchSize,
        double optimalValue, double[] minimiser, double minimiserExcess, double radius, double gradientBound,
        double smoothness, List<Finding> findings) {
    /** Copies the findings. */
    public Problem {
        findings = List.copyOf(findings);
    }

    /** Whether a hypothesis was found to hold. */
    public boolean satisfies(Hypothesis hypothesis) {
        return findings.stream().anyMatch(f -> f.hypothesis() == hypothesis && f.holds());
    }

    /** The same problem with another finding about one hypothesis. */
    public Problem with(Finding finding) {
        List<Finding> others = findings.stream().map(f -> f.hypothesis() == finding.hypothesis() ? finding : f)
                .toList();
        return new Problem(name, description, objective, batchSize, optimalValue, minimiser, minimiserExcess, radius,
                gradientBound, smoothness, others);
    }

    /** By how much x* fails to minimise a single f(., s) although interpolation holds: rounding error, which checks take off. */
    public double interpolationError() {
        return satisfies(Hypothesis.INTERPOLATION) ? minimiserExcess : 0;
    }
}
