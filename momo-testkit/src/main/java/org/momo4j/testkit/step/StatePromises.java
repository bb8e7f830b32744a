package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Supplier;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.WrongState;

/** A run that is interrupted goes on as if nothing had happened. */
final class StatePromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("a restored optimizer goes on bit by bit", StatePromises::roundTrip),
            new Promise<>("the memory of its lower bound is part of its state", StatePromises::boundIsSaved),
            new Promise<>("restore goes back in time", StatePromises::rewind),
            new Promise<>("its state is a snapshot", StatePromises::snapshot),
            new Promise<>("one state restores two optimizers", StatePromises::restoredTwice),
            new Promise<>("a wrong state is refused whole", StatePromises::wrongStates));

    private static final int[] DIMENSIONS = {1, 37, 4099};
    private static final int STEPS = 50;

    private StatePromises() {}

    private static void roundTrip(OptimizerTrial trial) {
        for (int dimension : DIMENSIONS) {
            for (int before : new int[]{0, 1, 7}) {
                Run run = Run.of(trial, dimension).steps(before);
                Optimizer restored = trial.create(dimension);
                restored.restore(run.optimizer().state());
                assertSameSteps("after " + before + " steps, restored", run, run.continuedBy(restored));
            }
        }
    }

    private static void boundIsSaved(OptimizerTrial trial) {
        Run run = Run.of(trial, new DriftingBound(), 37).steps(7);
        Optimizer restored = trial.create(ParameterLayout.flat(37), new DriftingBound());
        restored.restore(run.optimizer().state());
        assertSameSteps("with a bound that remembers, restored", run, run.continuedBy(restored));
    }

    private static void rewind(OptimizerTrial trial) {
        for (int before : new int[]{0, 5}) {
            Run run = Run.of(trial, 37).steps(before);
            State state = run.optimizer().state();
            Optimizer other = Run.of(trial, 37).steps(12).optimizer();
            other.restore(state);
            Bits.assertSame("state right after restore", Bits.of(state), Bits.of(other.state()));
            assertSameSteps("rewound from step 12 to " + before, run, run.continuedBy(other));
        }
    }

    private static void assertSameSteps(String what, Run expected, Run actual) {
        for (int k = 1; k <= STEPS; k++) {
            Bits.assertSame("report of step " + k + ", " + what, Bits.of(expected.step()), Bits.of(actual.step()));
            Bits.assertSame("parameters at step " + k + ", " + what, expected.bits(), actual.bits());
        }
        Bits.assertSame("state at the end, " + what, expected.stateBits(), actual.stateBits());
    }

    private static void snapshot(OptimizerTrial trial) {
        Run run = Run.of(trial, 37).steps(3);
        State state = run.optimizer().state();
        Bits before = Bits.of(state);
        Bits params = run.bits();
        Bits.assertSame("the same state asked for twice", before, run.stateBits());
        Bits.assertSame("parameters after asking for the state", params, run.bits());
        run.steps(3);
        Bits.assertSame("a state taken 3 steps ago", before, Bits.of(state));
        if (before.equals(run.stateBits())) {
            throw new AssertionError("the state is the same after 3 more steps, though k has changed");
        }
    }

    private static void restoredTwice(OptimizerTrial trial) {
        Run run = Run.of(trial, 37).steps(3);
        State state = run.optimizer().state();
        Bits before = Bits.of(state);
        Optimizer first = trial.create(37);
        Optimizer second = trial.create(37);
        first.restore(state);
        second.restore(state);
        Run firstRun = run.continuedBy(first);
        Run secondRun = run.continuedBy(second);
        firstRun.steps(5);
        Bits.assertSame("a state after steps of an optimizer restored from it", before, Bits.of(state));
        assertSameSteps("restored from a state that another one was restored from", run, secondRun);
    }

    private static void wrongStates(OptimizerTrial trial) {
        for (Supplier<LowerBound> bound : trial.bounds()) {
            State early = Run.of(trial, bound.get(), 37).steps(3).optimizer().state();
            Optimizer target = Run.of(trial, bound.get(), 37).steps(7).optimizer();
            WrongState.assertRefused(target, early);
        }
        State ofAnotherSize = Run.of(trial, 38).steps(3).optimizer().state();
        Run run = Run.of(trial, 37).steps(7);
        if (!ofAnotherSize.vectors().isEmpty()) {
            Bits before = run.stateBits();
            assertThrows(IllegalArgumentException.class,
                    () -> run.optimizer().restore(ofAnotherSize), "the state of an optimizer of another size");
            Bits.assertSame("state after the refusal of one of another size", before, run.stateBits());
        }
    }
}
