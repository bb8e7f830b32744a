package org.momo4j.convex.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.api.objective.Optimum;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.DenseRows;

/**
 * Data whose columns nearly depend on each other, against values computed from exactly these doubles with mpmath 1.4.1
 * and 80 digits: least squares from the normal equations, logistic regression by Newton's method to a decrement of 1e-70.
 */
class NearDependenceTest {
    /** How far below the infimum a value may be: rounding. */
    private static final double TINY = 1e-15;

    /** Forty rows of three columns in (−1, 1) about {@code offset}, and a fourth: the first, moved by {@code epsilon}. */
    static Dataset data(double offset, double epsilon, boolean labels) {
        Random random = new Random(5);
        double[][] rows = new double[40][];
        double[] targets = new double[40];
        for (int i = 0; i < 40; i++) {
            double first = offset + uniform(random);
            rows[i] = new double[]{first, offset + uniform(random), offset + uniform(random),
                    first + epsilon * uniform(random)};
            double target = uniform(random);
            targets[i] = labels ? Math.signum(target) : target;
        }
        return Dataset.of("nearly dependent", DenseRows.of(rows), targets);
    }

    private static double uniform(Random random) {
        return 2 * random.nextDouble() - 1;
    }

    @ParameterizedTest
    @CsvSource({"false, 0, 1e-9, 0, 0.1345229528167729556246", "true, 0, 1e-9, 0, 0.6550046945970319305288",
            "false, 0, 1e-11, 0, 0.1345229377297816960984", "true, 0, 1e-11, 0, 0.6550045863289635344922",
            "false, 0, 1e-13, 0, 0.1345244776229236181419", "true, 0, 1e-13, 0, 0.6550065310762882880426",
            "false, 1e5, 1, 0.1, 0.1338858254800275708943", "true, 1e5, 1, 0.1, 0.6698264728356198859721"})
    void agreesWithEightyDigits(boolean logistic, double offset, double epsilon, double l2, BigDecimal expected) {
        Optimum optimum = optimum(logistic, offset, epsilon, l2);
        double error = new BigDecimal(optimum.value()).subtract(expected).doubleValue();
        assertEquals(0, error, 1e-14);
        assertTrue(error <= optimum.certificate().gap() && error >= -TINY, error + " " + optimum);
        assertTrue(optimum.certificate().gap() >= Math.ulp(optimum.value()), optimum.toString());
        assertTrue(optimum.certificate().gap() <= 1e-12, optimum.toString());
    }

    /** What is left of the fourth column is below its rounding: it is not used, but the gap knows of it. */
    @ParameterizedTest
    @CsvSource({"false, 1e-16, 0.1267345830413060075501", "true, 1e-16, 0.6489898273134786162762"})
    void whatIsDroppedIsChargedToTheGap(boolean logistic, double epsilon, BigDecimal expected) {
        Optimum optimum = optimum(logistic, 0, epsilon, 0);
        double error = new BigDecimal(optimum.value()).subtract(expected).doubleValue();
        assertTrue(error > 1e-6, "the column does not matter here");
        assertTrue(error <= optimum.certificate().gap() && optimum.certificate().gap() <= 1.001 * error,
                error + " " + optimum);
        assertTrue(optimum.certificate().how().contains("1 columns taken to depend on others"), optimum.toString());
    }

    private static Optimum optimum(boolean logistic, double offset, double epsilon, double l2) {
        Dataset data = data(offset, epsilon, logistic);
        return logistic ? LogisticOptimum.of(data, l2) : LeastSquaresOptimum.of(data, l2);
    }
}
