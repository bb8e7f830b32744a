package org.momo4j.convex.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScalarLossTest {
    private static final List<ScalarLoss> LOSSES = List.of(new SquaredLoss(), new AbsoluteLoss(), new LogisticLoss(),
            new HingeLoss(), new SquaredHingeLoss(), new HalfSpaceLoss());

    @Provide
    Arbitrary<ScalarLoss> losses() {
        return Arbitraries.of(LOSSES);
    }

    /** Whole and half numbers hit the kinks. */
    @Provide
    Arbitrary<Double> predictions() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(-50, 50),
                Arbitraries.integers().between(-6, 6).map(i -> i / 2.0));
    }

    @Property
    void everyDerivativeIsASubgradient(@ForAll("losses") ScalarLoss loss, @ForAll("predictions") double z,
            @ForAll("predictions") double y, @ForAll boolean positive) {
        double b = positive ? 1 : -1;
        double below = loss.value(z, b) + loss.derivative(z, b) * (y - z);
        assertTrue(loss.value(y, b) >= below - 1e-12 * (1 + Math.abs(below)));
    }

    @Property
    void constantsBoundDerivatives(@ForAll("losses") ScalarLoss loss, @ForAll("predictions") double z,
            @ForAll("predictions") double y, @ForAll boolean positive) {
        double b = positive ? 1 : -1;
        assertTrue(Math.abs(loss.derivative(z, b)) <= loss.lipschitz());
        if (z != y) { // infinity times 0
            assertTrue(Math.abs(loss.derivative(z, b) - loss.derivative(y, b)) <= loss.smoothness() * Math.abs(z - y)
                    + 1e-12);
        }
    }

    @Property
    void bothAtOnceIsTheSame(@ForAll("losses") ScalarLoss loss, @ForAll("predictions") double z,
            @ForAll boolean positive) {
        double b = positive ? 1 : -1;
        double[] derivative = new double[1];
        assertEquals(loss.value(z, b), loss.evaluate(z, b, derivative));
        assertEquals(loss.derivative(z, b), derivative[0]);
    }

    @Property
    void logisticLossIsAccurate(@ForAll("predictions") double z) {
        LogisticLoss loss = new LogisticLoss();
        double exact = Math.max(0, -z) + Math.log1p(Math.exp(-Math.abs(z)));
        assertEquals(exact, loss.value(z, 1), 4e-16 * exact);
    }

    @Example
    void logisticLossHasNoLimits() {
        LogisticLoss loss = new LogisticLoss();
        assertEquals(0, loss.value(1e300, 1));
        assertEquals(1e300, loss.value(-1e300, 1));
        assertEquals(0, Math.abs(loss.derivative(1e300, 1)));
        assertEquals(-1, loss.derivative(-1e300, 1));
        assertEquals(Math.exp(-700), loss.value(700, 1), 1e-15 * Math.exp(-700));
        assertEquals(-Math.exp(-700), loss.derivative(700, 1), 1e-15 * Math.exp(-700));
        assertTrue(Double.isNaN(loss.value(Double.NaN, 1)));
    }
}
