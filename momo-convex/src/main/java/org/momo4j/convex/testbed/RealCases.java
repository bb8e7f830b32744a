package org.momo4j.convex.testbed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.data.BreastCancer;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseRows;
import org.momo4j.convex.generator.RandomFeatures;
import org.momo4j.convex.optimum.LeastSquaresOptimum;
import org.momo4j.convex.problem.AbsoluteLoss;
import org.momo4j.convex.problem.ScalarLoss;
import org.momo4j.convex.problem.SquaredHingeLoss;
import org.momo4j.convex.problem.SquaredLoss;

/** Real data with more random features than examples, so that a linear model interpolates the labels. */
final class RealCases {
    private static final int FEATURES = 700;
    /** Narrow, and few examples for so many features, so that rows are nearly orthogonal and x* is short. */
    private static final double BANDWIDTH = 1;
    private static final int STRIDE = 3;
    /** Puts every margin above 1, where the squared hinge loss is 0 exactly. */
    private static final double STRICT = 1 + 1e-6;

    private RealCases() {}

    static List<Entry> entries() {
        // built once for the three, and collected with them
        Lazy<Fit> fit = new Lazy<>(RealCases::fit);
        return List.of(
                new Entry("breast-cancer-least-squares", true,
                        () -> problem("breast-cancer-least-squares", 5, new SquaredLoss(), fit.get(), 1)),
                new Entry("breast-cancer-squared-hinge", true,
                        () -> problem("breast-cancer-squared-hinge", 10, new SquaredHingeLoss(), fit.get(), STRICT)),
                new Entry("breast-cancer-absolute-loss", true,
                        () -> problem("breast-cancer-absolute-loss", 2, new AbsoluteLoss(), fit.get(), 1)));
    }

    private record Fit(Dataset data, double[] solution) {}

    private static Fit fit() {
        Dataset data = new RandomFeatures(FEATURES, BANDWIDTH, 0)
                .of(everyThird(BreastCancer.load().standardised().withSigns()));
        double[] solution = LeastSquaresOptimum.of(data, 0).minimiser().map(FlatVector::toArray).orElseThrow();
        return new Fit(data, solution);
    }

    private static Dataset everyThird(Dataset data) {
        int[] examples = IntStream.iterate(0, s -> s < data.samples(), s -> s + STRIDE).toArray();
        double[][] rows = Arrays.stream(examples).mapToObj(data.rows()::row).toArray(double[][]::new);
        double[] targets = Arrays.stream(examples).mapToDouble(s -> data.targets()[s]).toArray();
        return new Dataset(data.name() + ", every third example", DenseRows.of(rows), targets, data.sha256());
    }

    private static Problem problem(String name, int batchSize, ScalarLoss loss, Fit fit, double scale) {
        double[] minimiser = Arrays.stream(fit.solution()).map(v -> scale * v).toArray();
        String how = scale == 1
                ? "x* is the solution of smallest length of <a_s, x> = b_s"
                : "x* is " + scale + " times the solution of smallest length of <a_s, x> = b_s";
        return LinearCase.solved(name,
                "real data, every third example, " + FEATURES + " random Fourier features, labels ±1", batchSize,
                fit.data(), loss, minimiser, how).problem();
    }
}
