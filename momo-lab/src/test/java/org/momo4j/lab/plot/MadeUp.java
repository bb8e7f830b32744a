package org.momo4j.lab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.momo4j.api.theory.Finding;
import org.momo4j.api.theory.Hypothesis;
import org.momo4j.api.theory.Problem;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;

/** Results that were never measured, to draw. */
public final class MadeUp {
    private MadeUp() {}

    /** A problem with curves of the given labels. */
    public static ProblemResult problem(String name, String... labels) {
        return problem(name, label -> 10, labels);
    }

    /** A problem with curves of the given labels, each over some number of runs. */
    public static ProblemResult problem(String name, ToIntFunction<String> runs, String... labels) {
        RandomGenerator random = new java.util.Random(name.hashCode());
        double speed = 0.5 + 1.5 * random.nextDouble();
        List<Curve> curves = new ArrayList<>();
        for (String label : labels) {
            double own = speed * (0.8 + 0.4 * random.nextDouble());
            double bound = 2 + 20 * random.nextDouble();
            List<Curve.Point> points = new ArrayList<>();
            for (int i = 0; i <= 32; i++) {
                double k = Math.pow(10, i / 8.0);
                double gap = Math.pow(k, -own) * (1 + 0.1 * random.nextDouble());
                points.add(new Curve.Point(Math.round(k), gap, gap * 1.2, gap * 1.1, gap * 0.4, gap * 2.5,
                        label.contains("uniform") ? Double.NaN : bound / Math.sqrt(k)));
            }
            curves.add(new Curve(label, runs.applyAsInt(label), points, 1 / bound,
                    new Curve.Exponent(-own, -own - 0.1, -own + 0.1, -0.5)));
        }
        Problem problem = new Problem(name, "planted data with Gaussian features, condition number 1e3", () -> {
            throw new UnsupportedOperationException("made up");
        }, 1, 0, new double[10], 0, 1, 1, 1, List.of(new Finding(Hypothesis.CONVEX, true, "a convex loss"),
                new Finding(Hypothesis.INTERPOLATION, true, "planted")));
        return new ProblemResult(problem, 200, 10, curves);
    }

    /** Labels as the verifier makes them. */
    public static String[] labels() {
        List<String> labels = new ArrayList<>();
        for (String averaging : new String[]{"", " averaging=bias-corrected"}) {
            for (String beta : new String[]{"0", "0.5", "0.9"}) {
                for (String rate : new String[]{"inf", "0.0312"}) {
                    labels.add("momo beta=" + beta + averaging + " lr=" + rate);
                }
            }
        }
        labels.add("momo averaging=uniform lr=inf");
        return labels.toArray(String[]::new);
    }
}
