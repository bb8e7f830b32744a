package org.momo4j.convex.testbed;

import java.util.List;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.generator.PlantedData;
import org.momo4j.convex.generator.Synthetic;
import org.momo4j.convex.optimum.LeastSquaresOptimum;
import org.momo4j.convex.problem.AbsoluteLoss;
import org.momo4j.convex.problem.HalfSpaceLoss;
import org.momo4j.convex.problem.HingeLoss;
import org.momo4j.convex.problem.ScalarLoss;
import org.momo4j.convex.problem.SquaredHingeLoss;
import org.momo4j.convex.problem.SquaredLoss;

/** Generated problems with a planted solution. */
final class SyntheticCases {
    private SyntheticCases() {}

    static List<Entry> entries() {
        return List.of(
                entry("least-squares", "condition number 10", 5, new SquaredLoss(), 0,
                        new Synthetic(200, 10, 10, 0, 1, 1)),
                new Entry("least-squares-wide", true, SyntheticCases::wide),
                entry("least-squares-ill-conditioned", "condition number 1e4", 10, new SquaredLoss(), 0,
                        new Synthetic(200, 20, 1e4, 0, 1, 3)),
                entry("least-squares-shifted", "every loss plus 1, so that f* = 1", 10, new SquaredLoss(), 1,
                        new Synthetic(200, 10, 10, 0, 1, 4)),
                new Entry("least-squares-sparse", true, SyntheticCases::sparse),
                entry("absolute-loss", "sharp about the planted solution", 1, new AbsoluteLoss(), 0,
                        new Synthetic(200, 10, 10, 0, 1, 6)),
                new Entry("hinge", true,
                        () -> planted("hinge", "separable with margin 0.1", 2, new HingeLoss(), 0,
                                new Synthetic(200, 10, 10, 0, 1, 7).classification(0.1))),
                new Entry("squared-hinge", true,
                        () -> planted("squared-hinge", "separable with margin 0.4", 5, new SquaredHingeLoss(), 0,
                                new Synthetic(200, 10, 10, 0, 1, 8).classification(0.4))),
                new Entry("half-spaces", true,
                        () -> planted("half-spaces", "a ball of radius 0.05 lies in all of them", 1,
                                new HalfSpaceLoss(), 0, new Synthetic(200, 10, 10, 0, 1, 9).halfSpaces(0.05))));
    }

    private static Entry entry(String name, String description, int batchSize, ScalarLoss loss, double shift,
            Synthetic generator) {
        return new Entry(name, true,
                () -> planted(name, description, batchSize, loss, shift, generator.regression()));
    }

    private static Problem planted(String name, String description, int batchSize, ScalarLoss loss, double shift,
            PlantedData planted) {
        return LinearCase.planted(name, description, batchSize, planted.data(), loss, shift,
                planted.solution().orElseThrow()).problem();
    }

    /** Rows of very different lengths would make G large, so all are divided by theirs; targets too. */
    private static Problem sparse() {
        PlantedData planted = new Synthetic(300, 100, 10, 0, 0.05, 5).regression();
        return LinearCase.solved("least-squares-sparse", "5% of the entries", 4, planted.data().withUnitRows(),
                new SquaredLoss(), planted.solution().orElseThrow(), "x* was planted, before rows were scaled")
                .problem();
    }

    /** More columns than examples: of many solutions the one nearest to x_1 = 0. */
    private static Problem wide() {
        Dataset data = new Synthetic(50, 100, 10, 0, 1, 2).regression().data();
        double[] nearest = LeastSquaresOptimum.of(data, 0).minimiser().map(FlatVector::toArray).orElseThrow();
        return LinearCase
                .solved("least-squares-wide", "more columns than examples", 5, data, new SquaredLoss(), nearest,
                        "x* is the solution of smallest length")
                .problem();
    }
}
