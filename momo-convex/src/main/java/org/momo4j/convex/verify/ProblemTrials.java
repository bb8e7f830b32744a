package org.momo4j.convex.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.theory.Finding;
import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.theory.RateCheck;
import org.momo4j.api.theory.Trial;
import org.momo4j.convex.verify.CheckResult.Expected;

/** All methods on one problem, uncapped and capped: every statement that applies must hold. */
final class ProblemTrials {
    /** Where no mean is claimed every single run must pass, and a few tell as much as many. */
    private static final int PATH_SEEDS = 3;

    private final Statements statements;
    private final PathRuns runs;

    ProblemTrials(Statements statements, PathRuns runs) {
        this.statements = statements;
        this.runs = runs;
    }

    Supplier<Verification> submit(Problem exact, Plan plan) {
        Problem problem = offset(exact, plan.boundOffset());
        double noise = 64 * Math.ulp(Math.max(Gaps.first(problem), Math.abs(problem.optimalValue())));
        List<Supplier<Judged>> trials = new ArrayList<>();
        for (Subject subject : plan.subjects()) {
            for (double cap : caps(problem)) {
                trials.add(submit(trial(problem, subject, cap, plan), subject, noise));
            }
        }
        return () -> {
            List<Judged> judged = trials.stream().map(Supplier::get).toList();
            Objective objective = problem.objective().get();
            ProblemResult result = new ProblemResult(problem, objective.samples(), objective.layout().size(),
                    judged.stream().map(Judged::curve).toList());
            return new Verification(List.of(result), judged.stream().flatMap(j -> j.checks().stream()).toList());
        };
    }

    /** A bound that was moved on purpose is not exact; the checks are made all the same, for that is what was asked. */
    static Problem offset(Problem problem, double offset) {
        return offset == 0
                ? problem
                : problem.with(new Finding(Hypothesis.EXACT_BOUND, false,
                        "the bound used is f* = " + problem.optimalValue() + ", moved by " + offset));
    }

    /** α = ∞, and a constant cap of half R/G, about what a Polyak step takes at first: small enough to act. */
    private static List<Double> caps(Problem problem) {
        double cap = 0.5 * problem.radius() / problem.gradientBound();
        return cap > 0 ? List.of(Double.POSITIVE_INFINITY, cap) : List.of(Double.POSITIVE_INFINITY);
    }

    private Trial trial(Problem problem, Subject subject, double cap, Plan plan) {
        Trial trial = new Trial(problem, subject.label(cap), subject.averaging(), cap,
                problem.optimalValue() + plan.boundOffset(), plan.steps(), plan.seeds());
        return statements.about(trial).rates().isEmpty()
                ? trial.withPaths(Math.min(plan.seeds(), PATH_SEEDS))
                : trial;
    }

    /** What one trial gave. */
    private record Judged(Curve curve, List<CheckResult> checks) {}

    private Supplier<Judged> submit(Trial trial, Subject subject, double noise) {
        Statements applicable = statements.about(trial);
        long[] grid = Grid.upTo(trial.steps());
        Supplier<List<PathRun.Result>> paths = runs.submit(trial, subject, applicable.paths(), grid);
        return () -> {
            List<PathRun.Result> results = paths.get();
            Gaps gaps = new Gaps(grid, results);
            List<CheckResult> checks = new ArrayList<>();
            for (int i = 0; i < applicable.paths().size(); i++) {
                checks.add(CheckResult.of(trial, applicable.paths().get(i).name(), Expected.HOLDS,
                        PathRun.Result.worst(results, i), 0));
            }
            List<Curve> curves = new ArrayList<>();
            for (RateCheck check : applicable.rates()) {
                Curve bounded = gaps.curve(trial.optimizer(), k -> check.bound(trial, k), noise);
                checks.add(CheckResult.of(trial, check.name(), Expected.HOLDS, bounded.worstRatio(), 1));
                curves.add(bounded);
            }
            Curve curve = curves.stream().max(Comparator.comparingDouble(Curve::worstRatio))
                    .orElseGet(() -> gaps.curve(trial.optimizer(), k -> Double.NaN, noise));
            return new Judged(curve, checks);
        };
    }
}
