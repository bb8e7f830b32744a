package org.momo4j.lab.result.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void aSeedThatDivergesDoesNotHideTheOthers() {
        Spread spread = Spread.of(1, INFINITE, 3, 2, 4);
        assertEquals(new Spread(5, 4, 2.5, Math.sqrt(5 / 3.0), 3, 1.4, 2, 4, INFINITE), spread);
    }

    @Test
    void halfOfTwoIsInfinite() {
        Spread spread = Spread.of(1, INFINITE);
        assertEquals(new Spread(2, 1, 1, Double.NaN, INFINITE, INFINITE, INFINITE, INFINITE, INFINITE), spread);
    }

    @Test
    void allDiverged() {
        assertEquals(new Spread(2, 0, Double.NaN, Double.NaN, INFINITE, INFINITE, INFINITE, INFINITE, INFINITE),
                Spread.of(INFINITE, INFINITE));
    }

    @Test
    void noneAndOne() {
        double none = Double.NaN;
        assertEquals(new Spread(0, 0, none, none, none, none, none, none, none), Spread.of());
        assertEquals(new Spread(1, 1, 7, none, 7, 7, 7, 7, 7), Spread.of(7));
    }

    @Test
    void finiteQuantilesAreThoseOfCommonsMath() {
        Random random = new Random(1);
        for (int n = 2; n < 30; n++) {
            double[] values = random.doubles(n).toArray();
            Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
            Spread spread = Spread.of(values);
            assertEquals(percentile.evaluate(values, 10), spread.q10(), 1e-12);
            assertEquals(percentile.evaluate(values, 25), spread.q25(), 1e-12);
            assertEquals(percentile.evaluate(values, 50), spread.median(), 1e-12);
            assertEquals(percentile.evaluate(values, 75), spread.q75(), 1e-12);
            assertEquals(percentile.evaluate(values, 90), spread.q90(), 1e-12);
        }
    }
}
