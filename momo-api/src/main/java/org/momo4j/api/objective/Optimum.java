package org.momo4j.api.objective;

import java.util.Optional;
import org.momo4j.api.vector.FlatVector;

/**
 * The optimal value of an objective, and why to believe it.
 *
 * @param value       f*, the infimum
 * @param minimiser   a float64 point that attains it; empty if it is not known, or the infimum is not attained
 * @param certificate why to believe the value
 */
public record Optimum(double value, Optional<FlatVector> minimiser, Certificate certificate) {
    /**
     * Why to believe an optimal value (MATH.md section 5).
     *
     * @param kind what kind of proof: {@code closed-form}, {@code gradient-norm}, {@code duality-gap} ...
     * @param gap  the true infimum lies in [value − gap, value]
     * @param how  one sentence: how it was found
     */
    public record Certificate(String kind, double gap, String how) {}
}
