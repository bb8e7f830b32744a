package org.momo4j.convex.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.objective.Optimum;
import org.momo4j.convex.data.BreastCancer;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseRows;

class LogisticOptimumTest {
    /** Recorded from an iteratively reweighted least squares solver over SciPy 1.17.1 (linalg.lstsq, columns scaled). */
    @ParameterizedTest
    @CsvSource({"false, 1e-12, 0.004312918426395828", "false, 1e-6, 0.04826194167510568",
            "false, 0.01, 0.12833870504028688", "false, 1, 0.19301299279557824", "false, 1e6, 0.6897053411706644",
            "true, 0, 0.023920962676376563", "true, 0.01, 0.10241656575570417"})
    void agreesWithSciPyOnColumnsOfAnyScale(boolean standardised, double l2, double expected) {
        Dataset data = BreastCancer.load();
        Optimum optimum = LogisticOptimum.of(standardised ? data.standardised() : data, l2);
        assertEquals(expected, optimum.value(), 1e-13);
        assertTrue(optimum.certificate().gap() >= 0 && optimum.certificate().gap() <= 1e-12, optimum.toString());
        assertTrue(optimum.minimiser().isPresent());
    }

    /** With labels + for p of n equal rows a = 1, σ(x) = p/n, so f* is the entropy of p/n. */
    @ParameterizedTest
    @CsvSource({"1, 4", "3, 4", "1, 1000", "500, 1000"})
    void equalRowsHaveAClosedForm(int positive, int n) {
        double[][] rows = new double[n][];
        double[] labels = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[]{1, 0, 5e3};
            labels[i] = i < positive ? 2 : 1;
        }
        double p = (double) positive / n;
        Optimum optimum = LogisticOptimum.of(Dataset.of("d", DenseRows.of(rows), labels), 0);
        assertEquals(-p * Math.log(p) - (1 - p) * Math.log(1 - p), optimum.value(), 1e-15);
        assertEquals(Math.log(p / (1 - p)),
                optimum.minimiser().orElseThrow().get(0) + 5e3 * optimum.minimiser().orElseThrow().get(2), 1e-11);
        assertTrue(optimum.certificate().gap() <= 1e-15, optimum.toString());
    }

    @Test
    void separableDataHaveInfimumZeroNotAttained() {
        for (Dataset data : new Dataset[]{BreastCancer.load(),
                Dataset.of("d", DenseRows.of(new double[][]{{1, 1e-6}, {1, -1e-6}}), 1, -1),
                Dataset.of("one class", DenseRows.of(new double[][]{{1, 2}, {2, 1}}), 1, 1),
                Dataset.of("wide", DenseRows.of(new double[][]{{1, 2, 0}, {2, 1, 5}}), 0, 1)}) {
            Optimum optimum = LogisticOptimum.of(data, 0);
            assertEquals(0, optimum.value());
            assertEquals("separation", optimum.certificate().kind());
            assertEquals(0, optimum.certificate().gap());
            assertTrue(optimum.minimiser().isEmpty());
        }
    }

    /** Two contradicting examples on the hyperplane x_1 = 0, and others that it separates. */
    @Test
    void separationButForTheBoundary() {
        double[][] rows = {{0, 1}, {0, 1}, {0, 1}, {2, 3}, {-1, 5}, {7, -100}};
        double[] labels = {1, 1, -1, 1, -1, 1};
        Optimum optimum = LogisticOptimum.of(Dataset.of("d", DenseRows.of(rows), labels), 0);
        double entropy = -2.0 / 3 * Math.log(2.0 / 3) - 1.0 / 3 * Math.log(1.0 / 3);
        assertEquals(3.0 / 6 * entropy, optimum.value(), 1e-14);
        assertTrue(optimum.minimiser().isEmpty());
        assertTrue(optimum.certificate().gap() <= 1e-14, optimum.toString());
        assertTrue(optimum.certificate().how().contains("all examples but 3"), optimum.toString());
    }

    @Test
    void zeroRowsCostLogTwoEach() {
        double[][] rows = {{0, 0}, {1, 2}, {0, 0}, {-2, -1}};
        Optimum optimum = LogisticOptimum.of(Dataset.of("d", DenseRows.of(rows), 1, 1, 0, 0), 0);
        assertEquals(Math.log(2) / 2, optimum.value(), 1e-14);
        Optimum nothing = LogisticOptimum.of(Dataset.of("d", DenseRows.of(new double[][]{{0}, {0}}), 1, 0), 0);
        assertEquals(Math.log(2), nothing.value(), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 10})
    void duplicateColumnsAreOneColumnOfTheirLength(double l2) {
        Random random = new Random(3);
        double[][] twice = new double[40][];
        double[][] once = new double[40][];
        double[] labels = new double[40];
        for (int i = 0; i < 40; i++) {
            double a = random.nextGaussian();
            double b = 1e4 * random.nextGaussian();
            twice[i] = new double[]{a, a, b, 0};
            once[i] = new double[]{Math.sqrt(2) * a, b};
            labels[i] = random.nextDouble() < 0.4 ? 1 : -1;
        }
        assertEquals(LogisticOptimum.of(Dataset.of("d", DenseRows.of(once), labels), l2).value(),
                LogisticOptimum.of(Dataset.of("d", DenseRows.of(twice), labels), l2).value(), 1e-14);
    }

    /** A claimed minimiser that is wrong must not get a certificate, however close its value. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01})
    void aWrongMinimiserIsRejected(double l2) {
        Dataset data = BreastCancer.load().standardised().withSigns();
        Optimum optimum = LogisticOptimum.of(data, l2);
        LinearModel model = new LinearModel(data, LinearModel.LOGISTIC, l2);
        double[] wrong = optimum.minimiser().orElseThrow().toArray();
        wrong[3] += 0.1;
        double excess = model.value(wrong) - optimum.value();
        assertTrue(excess > 1e-9);
        assertTrue(Certificates.attained(model, wrong, optimum.value()).isEmpty());
        assertTrue(Certificates.choose(model, wrong, optimum.value(), Double.POSITIVE_INFINITY, "planted")
                .gap() >= excess);
    }

    /** The dual bound is one at every point, near the minimum or not. */
    @Test
    void theDualBoundNeverExceedsTheInfimum() {
        double[][] orthonormal = {{0.6, 0}, {0, 0.8}, {-0.8, 0}, {0, -0.6}, {0, 0}};
        MarginProblem problem = new MarginProblem(orthonormal, new double[0][], 2);
        double infimum = problem.value(Newton.minimise(problem, z -> false));
        Random random = new Random(1);
        int finite = 0;
        for (int k = 0; k < 1000; k++) {
            double[] z = {random.nextGaussian(), random.nextGaussian()};
            double bound = problem.lowerBound(z, 0);
            finite += bound > Double.NEGATIVE_INFINITY ? 1 : 0;
            assertTrue(bound <= infimum + 1e-12);
        }
        assertTrue(finite > 100);
    }

    @Test
    void threeLabelsAreRefused() {
        Dataset data = Dataset.of("d", DenseRows.of(new double[][]{{1}, {2}, {3}}), 1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> LogisticOptimum.of(data, 0));
        assertFalse(LogisticOptimum.of(data.withTargets(new double[]{1, 2, 2}), 1).minimiser().isEmpty());
    }
}
