package org.momo4j.convex.verify;

import java.util.ArrayList;
import java.util.List;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.theory.Trial;
import org.momo4j.convex.verify.CheckResult.Expected;

/** What the runs of a tight family show: the exponent, the bound, and equality where the family attains it. */
final class TightResult {
    private TightResult() {}

    static Verification of(TightFamily family, List<Trial> trials, List<double[]> gaps) {
        Trial last = trials.getLast();
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            long[] grid = trials.size() == 1 ? Grid.upTo(last.steps()) : new long[]{trials.get(i).steps()};
            Problem problem = trials.get(i).problem();
            points.addAll(
                    new Gaps(grid, List.of(gaps.get(i))).curve(last.optimizer(), k -> bound(problem, k), 0, Double.NaN)
                            .points());
        }
        double worstRatio = points.stream().mapToDouble(p -> p.gap() / p.bound()).reduce(Double.NEGATIVE_INFINITY,
                Math::max);
        Curve.Exponent exponent = Gaps.fit(points, 0, family.predicted());
        Curve curve = new Curve(last.optimizer(), 1, points, worstRatio, exponent);

        List<CheckResult> checks = new ArrayList<>();
        checks.add(judge(family, last, "exponent", Math.abs(exponent.slope() - family.predicted()),
                TightFamily.EXPONENT_TOLERANCE));
        checks.add(judge(family, last, "T3", worstRatio, 1 + TightFamily.EQUALITY_TOLERANCE));
        if (family.equality()) {
            double difference = points.stream().mapToDouble(p -> Math.abs(p.gap() / p.bound() - 1)).reduce(0,
                    Math::max);
            checks.add(judge(family, last, "equality", difference, TightFamily.EQUALITY_TOLERANCE));
        }
        Problem problem = last.problem();
        long dimension = problem.minimiser().length;
        return new Verification(List.of(new ProblemResult(problem, 1, dimension, List.of(curve))), checks);
    }

    /** The bound of T3 for β = 0: G R/√K. */
    private static double bound(Problem problem, long k) {
        return problem.gradientBound() * problem.radius() / Math.sqrt(k);
    }

    private static CheckResult judge(TightFamily family, Trial trial, String check, double value, double limit) {
        return CheckResult.judge(family.name(), trial.optimizer(), check, Expected.HOLDS, value, limit);
    }
}
