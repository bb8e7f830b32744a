package org.momo4j.convex.testbed;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.objective.Optimum.Certificate;
import org.momo4j.api.theory.Problem;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.data.BreastCancer;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseRows;
import org.momo4j.convex.generator.PlantedData;
import org.momo4j.convex.generator.Synthetic;
import org.momo4j.convex.optimum.LeastSquaresOptimum;
import org.momo4j.convex.optimum.LogisticOptimum;
import org.momo4j.convex.problem.AbsoluteLoss;
import org.momo4j.convex.problem.LogisticLoss;
import org.momo4j.convex.problem.SquaredLoss;

/** Problems in which examples contradict each other: no point minimises every f(., s). */
final class Controls {
    private static final double L2 = 0.01;

    private Controls() {}

    static List<Entry> entries() {
        return List.of(new Entry("least-squares-noisy", false, Controls::noisyLeastSquares),
                new Entry("absolute-loss-noisy", false, Controls::noisyAbsoluteLoss),
                new Entry("breast-cancer-logistic", false, Controls::logistic));
    }

    private static Problem noisyLeastSquares() {
        Dataset data = new Synthetic(200, 10, 10, 0.5, 1, 11).regression().data();
        return LinearCase.control("least-squares-noisy", "targets with noise of deviation 0.5", 5, data,
                new SquaredLoss(), 0, LeastSquaresOptimum.of(data, 0)).problem();
    }

    private static Problem logistic() {
        Dataset data = BreastCancer.load().standardised().withSigns();
        return LinearCase.control("breast-cancer-logistic", "real data, l2 = " + L2, 10, data, new LogisticLoss(), L2,
                LogisticOptimum.of(data, L2)).problem();
    }

    /**
     * Every row a_s of a planted problem stands twice, with targets &lt;a_s, x*&gt; + c_s and − c_s. A pair contributes
     * |z − c| + |z + c| ≥ 2|c|, with equality at z = &lt;a_s, x − x*&gt; = 0: so x* is a minimiser and f* = mean |c_s|.
     */
    private static Problem noisyAbsoluteLoss() {
        PlantedData planted = new Synthetic(100, 10, 10, 0, 1, 12).regression();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(12);
        int n = planted.data().samples();
        double[][] rows = new double[2 * n][];
        double[] targets = new double[2 * n];
        double infimum = 0;
        for (int s = 0; s < n; s++) {
            double c = 0.5 * random.nextGaussian();
            rows[2 * s] = planted.data().rows().row(s);
            rows[2 * s + 1] = rows[2 * s];
            targets[2 * s] = planted.data().targets()[s] + c;
            targets[2 * s + 1] = planted.data().targets()[s] - c;
            infimum += Math.abs(c) / n;
        }
        Dataset data = Dataset.of("synthetic regression with pairs of targets, seed 12", DenseRows.of(rows), targets);
        Optimum optimum = new Optimum(infimum, planted.solution().map(FlatVector::of), new Certificate("closed-form", 0,
                "a pair with targets ± c apart contributes at least 2|c|, and so much at the planted x*"));
        return LinearCase.control("absolute-loss-noisy", "every row twice, with targets apart", 5, data,
                new AbsoluteLoss(), 0, optimum).problem();
    }
}
