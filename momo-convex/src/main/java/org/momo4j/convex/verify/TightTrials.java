package org.momo4j.convex.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.theory.Trial;
import org.momo4j.convex.verify.CheckResult.Expected;

/** Families on which the rate is attained: the exponent, the bound, and equality where the family attains it. */
final class TightTrials {
    private final PathRuns runs;

    TightTrials(PathRuns runs) {
        this.runs = runs;
    }

    List<Supplier<Verification>> submit(Plan plan) {
        List<Supplier<Verification>> submitted = new ArrayList<>();
        for (TightFamily family : plan.tight()) {
            for (Subject subject : plan.plain()) {
                submitted.add(submit(family, subject, plan));
            }
        }
        return submitted;
    }

    /** One run of the family, with what is measured of it. */
    private record Run(Trial trial, long[] grid, Supplier<List<PathRun.Result>> results) {
        List<Curve.Point> points() {
            Gaps gaps = new Gaps(grid, results.get());
            return gaps.curve(trial.optimizer(), k -> MeanRate.bound(trial.problem(), 0, trial.cap(), k), 0).points();
        }
    }

    private Supplier<Verification> submit(TightFamily family, Subject subject, Plan plan) {
        List<Run> submitted = new ArrayList<>();
        for (long steps : family.steps()) {
            Problem problem = ProblemTrials.offset(family.problem().apply(steps), plan.boundOffset());
            Trial trial = new Trial(problem, subject.label(Double.POSITIVE_INFINITY), subject.averaging(),
                    Double.POSITIVE_INFINITY, problem.optimalValue() + plan.boundOffset(), steps, 1);
            long[] grid = family.steps().size() == 1 ? Grid.upTo(steps) : new long[]{steps};
            submitted.add(new Run(trial, grid, runs.submit(trial, subject, List.of(), grid)));
        }
        return () -> judge(family, submitted);
    }

    private static Verification judge(TightFamily family, List<Run> submitted) {
        Trial last = submitted.getLast().trial();
        List<Curve.Point> points = submitted.stream().flatMap(run -> run.points().stream()).toList();
        double worstRatio = points.stream().mapToDouble(p -> p.average() / p.bound()).reduce(Double.NEGATIVE_INFINITY,
                Math::max);
        Curve.Exponent exponent = Gaps.fit(points, 0, family.predicted());
        List<CheckResult> checks = new ArrayList<>();
        checks.add(judge(family, last, "exponent", Math.abs(exponent.slope() - family.predicted()),
                TightFamily.EXPONENT_TOLERANCE));
        checks.add(judge(family, last, "T3", worstRatio, 1 + TightFamily.EQUALITY_TOLERANCE));
        if (family.equality()) {
            double difference = points.stream().mapToDouble(p -> Math.abs(p.gap() / p.bound() - 1)).reduce(0,
                    Math::max);
            checks.add(judge(family, last, "equality", difference, TightFamily.EQUALITY_TOLERANCE));
        }
        Curve curve = new Curve(last.optimizer(), 1, points, worstRatio, exponent);
        ProblemResult result = new ProblemResult(last.problem(), 1, last.problem().minimiser().length, List.of(curve));
        return new Verification(List.of(result), checks);
    }

    private static CheckResult judge(TightFamily family, Trial trial, String check, double value, double limit) {
        return CheckResult.judge(family.name(), trial.optimizer(), check, Expected.HOLDS, value, limit);
    }
}
