package org.momo4j.core.averaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.api.method.Averaging;

/** The table of MATH.md section 2: closed forms of ρ_k. */
class AveragingTest {
    private static final double BETA = 0.8;

    static Stream<Arguments> table() {
        return Stream.of(Arguments.of(new FirstSampleAverage(BETA), (LongToDoubleFunction) k -> 1),
                Arguments.of(new BiasCorrectedAverage(BETA), (LongToDoubleFunction) k -> 1 - Math.pow(BETA, k)),
                Arguments.of(new HeavyBall(BETA), (LongToDoubleFunction) k -> (1 - Math.pow(BETA, k)) / (1 - BETA)),
                Arguments.of(new UniformAverage(), (LongToDoubleFunction) k -> k));
    }

    @ParameterizedTest
    @MethodSource("table")
    @DisplayName("ρ_k by recursion is the closed form")
    void rho(Averaging averaging, LongToDoubleFunction closedForm) {
        double rho = 0;
        for (long k = 1; k <= 200; k++) {
            rho = averaging.a(k) * rho + averaging.b(k);
            assertEquals(closedForm.applyAsDouble(k), rho, 1e-14 * Math.max(1, rho));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.99})
    @DisplayName("the first sample has weight 1 in the average that starts with it")
    void firstSample(double beta) {
        Averaging averaging = new FirstSampleAverage(beta);
        assertEquals(0, averaging.a(1));
        assertEquals(1, averaging.b(1));
        assertEquals(beta, averaging.a(2));
        assertEquals(1 - beta, averaging.b(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.99})
    @DisplayName("looking ahead, ρ_k is that of one more bias-corrected sample, and stays 1 from the first sample")
    void lookAhead(double beta) {
        Averaging corrected = new LookAhead(new BiasCorrectedAverage(beta), beta);
        Averaging first = new LookAhead(new FirstSampleAverage(beta), beta);
        double rho = 0;
        for (long k = 1; k <= 50; k++) {
            rho = corrected.a(k) * rho + corrected.b(k);
            assertEquals(1 - Math.pow(beta, k + 1), corrected.p(k) * rho + corrected.q(k), 1e-14);
            assertEquals(1, first.p(k) + first.q(k), 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    @DisplayName("a momentum outside [0, 1) is refused by every averaging that has one")
    void wrongBeta(double beta) {
        for (Executable making : new Executable[]{() -> new FirstSampleAverage(beta),
                () -> new BiasCorrectedAverage(beta), () -> new HeavyBall(beta),
                () -> new LookAhead(new UniformAverage(), beta)}) {
            assertEquals("momentum beta is " + beta + "; it must be in [0, 1)",
                    assertThrows(IllegalArgumentException.class, making).getMessage());
        }
    }

    @Test
    @DisplayName("nothing looks ahead twice")
    void lookAheadOfLookAhead() {
        LookAhead once = new LookAhead(new UniformAverage(), BETA);
        assertThrows(IllegalArgumentException.class, () -> new LookAhead(once, BETA));
    }
}
