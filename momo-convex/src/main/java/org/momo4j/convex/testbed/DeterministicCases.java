package org.momo4j.convex.testbed;

import java.util.List;
import java.util.function.Supplier;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.theory.Problem;
import org.momo4j.convex.problem.MaxCoordinate;
import org.momo4j.convex.problem.PowerLawQuadratic;

/** Problems with one sample. */
final class DeterministicCases {
    private DeterministicCases() {}

    static List<Entry> entries() {
        return List.of(new Entry("max-coordinate", true,
                () -> maxCoordinate("max-coordinate", "max_i |x_i − x*_i|, x*_i = i^(−0.6), n = 200",
                        () -> MaxCoordinate.powerLaw(200, 0.6))),
                new Entry("power-law-quadratic", true, DeterministicCases::powerLawQuadratic));
    }

    static Problem tight(double epsilon, int n) {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon is " + epsilon + "; it must be in (0, inf)");
        }
        return maxCoordinate("max-coordinate eps=" + epsilon,
                "max_i |x_i − x*_i|, x*_i = i^(−1/2−" + epsilon + "), n = " + n,
                () -> MaxCoordinate.powerLaw(n, 0.5 + epsilon));
    }

    static Problem tightUniform(int n) {
        return maxCoordinate("max-coordinate uniform", "max_i |x_i − x*_i|, x*_i = 1/√n, n = " + n,
                () -> MaxCoordinate.uniform(n));
    }

    private static Problem maxCoordinate(String name, String description, Supplier<Objective> objective) {
        return new DeterministicCase(name, description, objective,
                "a maximum of convex functions is convex, and ± the unit vector of a maximal one is a subgradient", 1,
                "subgradients are 0 or ± unit vectors", Double.NaN).problem();
    }

    private static Problem powerLawQuadratic() {
        return new DeterministicCase("power-law-quadratic",
                "½ Σ i^(−1) (x_i − i^(−0.6))², n = 200", () -> new PowerLawQuadratic(200, 1, 0.6),
                "a sum of squares is convex", 1, "|∇f(x)| ≤ λ_1 |x − x*| with λ_1 = 1, so G = R", 1).problem();
    }
}
