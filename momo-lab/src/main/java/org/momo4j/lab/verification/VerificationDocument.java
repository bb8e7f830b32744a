package org.momo4j.lab.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.momo4j.convex.verify.CheckResult;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;
import org.momo4j.convex.verify.Verification;

/**
 * A verification as a JSON document.
 *
 * @param run      how it was run
 * @param problems what was measured
 * @param checks   what was judged
 * @param failed   number of checks that do not hold
 */
public record VerificationDocument(RunPart run, List<ProblemPart> problems, List<CheckPart> checks, long failed) {
    /** The document of a verification. */
    public static VerificationDocument of(Verification verification, RunPart run) {
        return new VerificationDocument(run, verification.problems().stream().map(ProblemPart::of).toList(),
                verification.checks().stream().map(CheckPart::of).toList(), verification.failed());
    }

    /**
     * One problem. Grid, ratio and exponent are those of the curve with the worst ratio.
     *
     * @param name        of the problem
     * @param description one line
     * @param samples     number of examples
     * @param dimension   number of parameters
     * @param batchSize   examples a step
     * @param radius      R; null if unknown
     * @param gradient    G; null if unknown
     * @param smoothness  L; null if there is none
     * @param hypotheses  what was found of them
     * @param optimizer   the method of the curve with the worst ratio; null if nothing was measured
     * @param grid        its points
     * @param worstRatio  largest average/bound
     * @param exponent    slope of log gap against log K
     * @param curves      all curves
     */
    public record ProblemPart(String name, String description, int samples, long dimension, int batchSize,
            @JsonProperty("R") double radius, @JsonProperty("G") double gradient, @JsonProperty("L") double smoothness,
            List<HypothesisPart> hypotheses, @Nullable String optimizer, List<PointPart> grid, double worstRatio,
            double exponent, List<CurvePart> curves) {
        static ProblemPart of(ProblemResult result) {
            var problem = result.problem();
            var worst = Worst.of(result);
            return new ProblemPart(problem.name(), problem.description(), result.samples(), result.dimension(),
                    problem.batchSize(), problem.radius(), problem.gradientBound(), problem.smoothness(),
                    problem.findings().stream().map(f -> new HypothesisPart(spell(f.hypothesis()), f.holds(), f.how()))
                            .toList(),
                    worst.map(Curve::optimizer).orElse(null), worst.map(PointPart::of).orElse(List.of()),
                    worst.map(Curve::worstRatio).orElse(Double.NaN),
                    worst.map(c -> c.exponent().slope()).orElse(Double.NaN),
                    result.curves().stream().map(CurvePart::of).toList());
        }
    }

    /**
     * A hypothesis.
     *
     * @param name  which one
     * @param holds whether it holds
     * @param how   how that was decided
     */
    public record HypothesisPart(String name, boolean holds, String how) {}

    /**
     * A point of a curve.
     *
     * @param steps K
     * @param gap   smallest mean gap so far, which T3 bounds
     * @param average mean over runs of the average gap up to K, which T3 bounds too
     * @param mean  mean over runs of the gap at K
     * @param low   10% quantile over runs
     * @param high  90% quantile over runs
     * @param bound what theory allows; null if nothing is claimed
     */
    public record PointPart(@JsonProperty("K") long steps, double gap, double average, double mean, double low,
            double high,
            double bound) {
        static List<PointPart> of(Curve curve) {
            return curve.points().stream()
                    .map(p -> new PointPart(p.k(), p.gap(), p.average(), p.mean(), p.low(), p.high(), p.bound()))
                    .toList();
        }
    }

    /**
     * A curve.
     *
     * @param optimizer  the method and its settings
     * @param paths      number of runs
     * @param worstRatio largest average/bound
     * @param exponent   slope with its 95% interval, and what theory predicts
     * @param grid       its points
     */
    public record CurvePart(String optimizer, int paths, double worstRatio, Curve.Exponent exponent,
            List<PointPart> grid) {
        static CurvePart of(Curve curve) {
            return new CurvePart(curve.optimizer(), curve.paths(), curve.worstRatio(), curve.exponent(),
                    PointPart.of(curve));
        }
    }

    /**
     * A check.
     *
     * @param problem   of the trial
     * @param optimizer of the trial
     * @param check     which statement
     * @param expected  {@code holds}, or {@code violated} for a negative control
     * @param holds     whether that was seen
     * @param value     what was measured
     * @param limit     the largest value with which the statement holds
     */
    public record CheckPart(String problem, String optimizer, String check, String expected, boolean holds,
            double value, double limit) {
        static CheckPart of(CheckResult c) {
            return new CheckPart(c.problem(), c.optimizer(), c.check(), spell(c.expected()), c.holds(), c.value(),
                    c.limit());
        }
    }

    private static String spell(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
