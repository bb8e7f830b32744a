package org.momo4j.convex.testbed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.objective.Optimum.Certificate;
import org.momo4j.api.theory.Finding;
import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.problem.LinearObjective;
import org.momo4j.convex.problem.ScalarLoss;

/**
 * A linear problem of which the minimiser is known.
 *
 * @param name          unique within the test bed
 * @param description   one line
 * @param batchSize     examples a step
 * @param data          the examples
 * @param loss          φ
 * @param l2            weight of ½|x|²
 * @param shift         constant in every f(., s)
 * @param minimiser     x*
 * @param infimum       f*
 * @param interpolating whether x* was made to minimise every f(., s)
 * @param certificate   why f* is what it is
 */
record LinearCase(String name, String description, int batchSize, Dataset data, ScalarLoss loss, double l2,
        double shift, double[] minimiser, double infimum, boolean interpolating,
        Certificate certificate) {
    /** Excess of f(x*, s) over f* that is rounding: losses here are of the order of 1. */
    private static final double ROUNDING = 1e-12;

    /** A problem with targets made from x*, so that every f(., s) attains the constant {@code shift} there. */
    static LinearCase planted(String name, String description, int batchSize, Dataset data, ScalarLoss loss,
            double shift, double[] minimiser) {
        return new LinearCase(name, description, batchSize, data, loss, 0, shift, minimiser, shift, true,
                new Certificate("closed-form", 0, "x* was planted"));
    }

    /** A problem of which a solution of &lt;a_s, x&gt; = b_s was computed: no loss is below 0, and f(x*) is near it. */
    static LinearCase solved(String name, String description, int batchSize, Dataset data, ScalarLoss loss,
            double[] minimiser, String how) {
        double value = new LinearObjective(data, loss, 0, 0, Optional::empty).evaluate(FlatVector.of(minimiser)).loss();
        return new LinearCase(name, description, batchSize, data, loss, 0, 0, minimiser, 0, true,
                new Certificate("interpolation", Math.max(0, value), how + "; every loss is at least 0, and f(x*) = "
                        + value));
    }

    /** A problem in which different examples have different minimisers; its optimum has one. */
    static LinearCase control(String name, String description, int batchSize, Dataset data, ScalarLoss loss,
            double l2, Optimum optimum) {
        return new LinearCase(name, description, batchSize, data, loss, l2, 0,
                optimum.minimiser().map(FlatVector::toArray).orElseThrow(), optimum.value(), false,
                optimum.certificate());
    }

    /** The problem with its constants and findings. */
    Problem problem() {
        Constants constants = Constants.of(data, loss, l2, shift, minimiser, infimum);
        Optimum optimum = new Optimum(infimum, Optional.of(FlatVector.of(minimiser)), certificate);
        return new Problem(name, description + "; " + data,
                () -> new LinearObjective(data, loss, l2, shift, () -> Optional.of(optimum)), batchSize, infimum,
                minimiser, constants.excess(), constants.radius(), constants.gradientBound(), constants.smoothness(),
                findings(constants));
    }

    private List<Finding> findings(Constants constants) {
        boolean interpolates = interpolating && constants.excess() <= ROUNDING;
        return Arrays.stream(Hypothesis.values()).map(hypothesis -> switch (hypothesis) {
            case CONVEX -> new Finding(hypothesis, true, "the " + loss.name()
                    + " loss of a linear function is convex; at a kink the oracle takes 0 or an end of the subdifferential");
            case INTERPOLATION -> new Finding(hypothesis, interpolates,
                    "max_s f(x*, s) − f* = " + constants.excess() + "; " + certificate.kind() + " "
                            + certificate.gap() + ": " + certificate.how());
            case EXACT_BOUND -> new Finding(hypothesis, interpolating, interpolating
                    ? "the bound used is f* = " + infimum + ", which every loss is at least by its formula"
                    : "the bound used is 0, as is usual for this loss, below f* = " + infimum);
            case INDEPENDENT_SAMPLES -> new Finding(hypothesis, true,
                    "each of the " + batchSize + " examples of a step is drawn with replacement");
            case BOUNDED_SECOND_MOMENT -> new Finding(hypothesis, true,
                    constants.gradientHow() + ", R = " + constants.radius());
            case SMOOTH -> new Finding(hypothesis, !Double.isNaN(constants.smoothness()),
                    Double.isNaN(constants.smoothness())
                            ? "the " + loss.name() + " loss has a kink"
                            : "L = max_s |a_s|² sup φ''" + (l2 > 0 ? " + l2" : "") + " = " + constants.smoothness());
        }).toList();
    }
}
