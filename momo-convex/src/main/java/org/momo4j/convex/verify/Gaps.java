package org.momo4j.convex.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Gaps of several runs on one grid, and the curve that they make. */
final class Gaps {
    /** Steps before this are the transient, which no exponent describes. */
    private static final long FIT_FROM = 10;

    private final long[] grid;
    private final List<PathRun.Result> runs;

    Gaps(long[] grid, List<PathRun.Result> runs) {
        this.grid = grid;
        this.runs = runs;
    }

    /**
     * The curve.
     *
     * @param optimizer label of the method
     * @param bound     what theory allows at K; NaN if it claims no rate
     * @param noise     gaps up to this are rounding noise, and no exponent is fitted to them
     */
    Curve curve(String optimizer, LongToDoubleFunction bound, double noise) {
        List<Curve.Point> points = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double worstRatio = Double.NaN;
        for (int i = 0; i < grid.length; i++) {
            double[] gaps = at(i, PathRun.Result::gaps);
            double mean = StatUtils.mean(gaps);
            double average = StatUtils.mean(at(i, PathRun.Result::averages));
            least = Math.min(least, mean);
            double allowed = bound.applyAsDouble(grid[i]);
            Percentile percentile = new Percentile();
            percentile.setData(gaps);
            points.add(new Curve.Point(grid[i], least, average, mean, percentile.evaluate(10), percentile.evaluate(90),
                    allowed));
            worstRatio = Double.isNaN(worstRatio) ? average / allowed : Math.max(worstRatio, average / allowed);
        }
        return new Curve(optimizer, runs.size(), points, worstRatio, fit(points, noise, Double.NaN));
    }

    private double[] at(int i, Function<PathRun.Result, double[]> values) {
        return runs.stream().mapToDouble(run -> values.apply(run)[i]).toArray();
    }

    /** f(x_1) − f*, over all examples. */
    static double first(Problem problem) {
        Objective objective = problem.objective().get();
        FlatVector start = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(0, start);
        return objective.evaluate(start).loss() - problem.optimalValue();
    }

    /** Slope of log gap against log K by least squares, with its 95% confidence interval. */
    static Curve.Exponent fit(List<Curve.Point> points, double noise, double predicted) {
        SimpleRegression regression = new SimpleRegression();
        for (Curve.Point point : points) {
            if (point.k() >= FIT_FROM && point.gap() > noise && point.gap() < Double.POSITIVE_INFINITY) {
                regression.addData(Math.log(point.k()), Math.log(point.gap()));
            }
        }
        if (regression.getN() < 3) {
            return new Curve.Exponent(Double.NaN, Double.NaN, Double.NaN, predicted);
        }
        double half = regression.getSlopeConfidenceInterval(0.05);
        return new Curve.Exponent(regression.getSlope(), regression.getSlope() - half, regression.getSlope() + half,
                predicted);
    }
}
