package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.ConstantBound;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.problem.InterpolatingQuadratic;

/** Edge cases of MATH.md section 6 that concern every method. */
final class EdgePromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("a learning rate that is not positive is refused, named, and changes nothing",
                    EdgePromises::wrongRate),
            new Promise<>("an infinite learning rate is refused or leaves everything finite",
                    EdgePromises::infiniteRate),
            new Promise<>("rounding noise at the bound carries nothing away", EdgePromises::noise),
            new Promise<>("goes on from where others have put the parameters", EdgePromises::movedByOthers));

    private static final int DIMENSION = 37;
    private static final double[] WRONG_RATES = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY};

    private EdgePromises() {}

    private static void wrongRate(OptimizerTrial trial) {
        for (double rate : WRONG_RATES) {
            refuses("learning rate " + rate, rate, () -> run(trial, 0, rate).step());
            Run run = run(trial, 3, rate).steps(3);
            Bits params = run.bits();
            Bits state = run.stateBits();
            refuses("a schedule that comes to " + rate, rate, run::step);
            Bits.assertSame("parameters after the refusal of learning rate " + rate, params, run.bits());
            Bits.assertSame("state after the refusal of learning rate " + rate, state, run.stateBits());
        }
    }

    /** A run whose learning rate turns wrong after some steps. */
    private static Run run(OptimizerTrial trial, int good, double rate) {
        double before = trial.subject().learningRate().at(1);
        return Run.of(trial.create(ParameterLayout.flat(DIMENSION), trial.subject().lowerBound().get(),
                k -> k <= good ? before : rate), trial.zeros(DIMENSION));
    }

    private static void refuses(String what, double rate, Runnable action) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, action::run, what).getMessage());
        String value = rate == 0 ? "0" : rate == -1 ? "-1" : String.valueOf(rate);
        assertTrue(message.contains(value), "the refusal of " + what + " does not name it: " + message);
    }

    private static void infiniteRate(OptimizerTrial trial) {
        Run run;
        try {
            run = run(trial, 0, Double.POSITIVE_INFINITY);
        } catch (IllegalArgumentException refused) {
            return;
        }
        for (int k = 1; k <= 20; k++) {
            Bits before = run.bits();
            try {
                run.step();
            } catch (IllegalArgumentException | NonFiniteStepException refused) {
                Bits.assertSame("parameters after a refusal", before, run.bits());
                return;
            }
            assertWithin("x at step " + k + " under an infinite learning rate", Double.MAX_VALUE, run.params());
        }
    }

    /**
     * Gradients that are exactly zero at a loss that differs from the bound by rounding only, while an average of
     * gradients decays: a step of noise over its norm would be as long as one likes.
     */
    private static void noise(OptimizerTrial trial) {
        double bound = 1.0 / 3;
        Optimizer optimizer = trial.create(ParameterLayout.flat(DIMENSION), new ConstantBound(bound));
        FlatVector params = trial.zeros(DIMENSION);
        new Run(optimizer, new AffineObjective(InterpolatingQuadratic.of(5, DIMENSION, 1), 1, bound), params).steps(20);
        FlatVector zero = params.zerosLike();
        for (int k = 1; k <= 1000; k++) {
            double loss = k % 2 == 0 ? bound : bound + 2 * Math.ulp(bound);
            optimizer.step(params, new FlatSample(loss, zero));
            assertWithin("x after " + k + " gradients of zero", 100, params);
        }
    }

    private static void assertWithin(String what, double largest, FlatVector params) {
        for (long i = 0; i < params.size(); i++) {
            assertTrue(Math.abs(params.get(i)) <= largest, what + ": element " + i + " is " + params.get(i));
        }
    }

    /** A projection, say. Compares with an optimizer that has the same state and never saw the parameters elsewhere. */
    private static void movedByOthers(OptimizerTrial trial) {
        Run run = Run.of(trial, DIMENSION).steps(5);
        FlatVector params = run.params();
        for (long i = 0; i < params.size(); i++) {
            params.set(i, 0.5 * params.get(i) + 0.25);
        }
        Optimizer restored = trial.create(DIMENSION);
        restored.restore(run.optimizer().state());
        Run fresh = run.continuedBy(restored);
        for (int k = 6; k <= 10; k++) {
            Bits.assertSame("report of step " + k + " after the parameters were moved", Bits.of(fresh.step()),
                    Bits.of(run.step()));
            Bits.assertSame("x at step " + k + " after the parameters were moved", fresh.bits(), run.bits());
        }
    }
}
