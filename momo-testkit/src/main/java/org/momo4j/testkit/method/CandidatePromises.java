package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.state.State;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.WrongState;

/** A candidate becomes final when it is accepted, and only then; what is final can be saved. */
final class CandidatePromises {
    static final List<Promise<MomentumMethodTrial>> ALL = List.of(
            new Promise<>("a candidate that is not accepted leaves no trace", CandidatePromises::refused),
            new Promise<>("applyInverse uses the candidate", CandidatePromises::candidateIsUsed),
            new Promise<>("what is accepted shows in the state", CandidatePromises::accepted),
            new Promise<>("a restored metric goes on bit by bit", CandidatePromises::roundTrip),
            new Promise<>("the state of a metric is a snapshot", CandidatePromises::snapshot),
            new Promise<>("a wrong state of a metric is refused whole", CandidatePromises::wrongStates),
            new Promise<>("two methods share nothing", CandidatePromises::shareNothing));

    private static final int STEPS = 20;

    private CandidatePromises() {}

    private static void refused(MomentumMethodTrial trial) {
        for (double scale : new double[]{1, 1e10, Double.NaN, Double.POSITIVE_INFINITY}) {
            for (int before : new int[]{0, 3}) {
                Metric metric = Metric.of(trial).accept(1, before);
                Metric twin = Metric.of(trial).accept(1, before);
                Bits state = metric.state();
                try {
                    metric.observe(before + 1L, scaled(metric.vector(77), scale), scaled(metric.vector(78), scale));
                    metric.inverse(metric.vector(79));
                } catch (NonFiniteStepException refused) {
                    // a metric may refuse what it cannot take in; what follows must hold all the same
                    assertFalse(Double.isFinite(refused.value()), "refused " + refused.value());
                }
                Bits.assertSame("state with a candidate that was not accepted", state, metric.state());
                assertSameSteps("after a candidate that was not accepted", twin, metric, before);
            }
        }
    }

    private static FlatVector scaled(FlatVector vector, double scale) {
        for (long i = 0; i < vector.size(); i++) {
            vector.set(i, scale * vector.get(i));
        }
        return vector;
    }

    private static void assertSameSteps(String what, Metric expected, Metric actual, int before) {
        for (long k = before + 1L; k <= before + STEPS; k++) {
            FlatVector vector = expected.vector(300 + k);
            expected.observe(k);
            actual.observe(k);
            Bits.assertSame("D^-1 v at step " + k + " " + what, Bits.of(expected.inverse(vector)),
                    Bits.of(actual.inverse(vector)));
            expected.preconditioner().accept();
            actual.preconditioner().accept();
            Bits.assertSame("state at step " + k + " " + what, expected.state(), actual.state());
        }
    }

    /** Whether nothing is remembered: then D is the same at every step, and there is no candidate to speak of. */
    private static boolean constant(Metric metric) {
        return metric.accept(1, 3).state().equals(Bits.of(State.version(metric.preconditioner().state().version())));
    }

    private static void candidateIsUsed(MomentumMethodTrial trial) {
        if (constant(Metric.of(trial))) {
            return;
        }
        boolean differs = false;
        for (int before = 0; before < STEPS; before++) { // some methods renew their metric now and then only
            Metric one = Metric.of(trial).accept(1, before).observe(before + 1L);
            Metric other = Metric.of(trial).accept(1, before).observe(before + 1L, scaled(one.vector(77), 5),
                    scaled(one.vector(78), 5));
            FlatVector vector = one.vector(79);
            differs |= !Bits.of(one.inverse(vector)).equals(Bits.of(other.inverse(vector)));
        }
        assertTrue(differs, "two candidates formed from different gradients were the same metric at " + STEPS
                + " steps: applyInverse seems to use the metric before");
    }

    private static void accepted(MomentumMethodTrial trial) {
        Metric metric = Metric.of(trial);
        if (constant(Metric.of(trial))) {
            return; // a metric that remembers without saying so fails the round trip
        }
        boolean differs = false;
        for (long k = 1; k <= STEPS; k++) {
            Bits before = metric.state();
            metric.accept(k, k);
            differs |= !before.equals(metric.state());
        }
        assertTrue(differs, "the state is the same after " + STEPS + " accepted steps");
    }

    private static void roundTrip(MomentumMethodTrial trial) {
        for (int before : new int[]{0, 1, 7}) {
            Metric metric = Metric.of(trial).accept(1, before);
            Metric restored = Metric.of(trial).accept(1, 11).observe(12);
            restored.preconditioner().restore(metric.preconditioner().state());
            Bits.assertSame("state right after restore", metric.state(), restored.state());
            assertSameSteps("restored after step " + before, metric, restored, before);
        }
    }

    private static void snapshot(MomentumMethodTrial trial) {
        Metric metric = Metric.of(trial).accept(1, 3);
        State state = metric.preconditioner().state();
        Bits before = Bits.of(state);
        Metric restored = Metric.of(trial);
        restored.preconditioner().restore(state);
        metric.accept(4, 10);
        restored.accept(4, 10);
        metric.state();
        restored.state();
        Bits.assertSame("a state after steps of its metric and of one restored from it", before, Bits.of(state));
    }

    private static void wrongStates(MomentumMethodTrial trial) {
        WrongState.assertRefused(Metric.of(trial).accept(1, 7).preconditioner(),
                Metric.of(trial).accept(1, 3).preconditioner().state());
    }

    private static void shareNothing(MomentumMethodTrial trial) {
        List<Bits> alone = trace(Metric.of(trial), Optional.empty());
        List<Bits> beside = trace(Metric.of(trial), Optional.of(Metric.of(trial)));
        for (int i = 0; i < alone.size(); i++) {
            Bits.assertSame("D^-1 v or state at step " + (i / 2 + 1) + " alone and beside another", alone.get(i),
                    beside.get(i));
        }
    }

    /** D_k^-1 v and the state at every step, while another method sees other gradients. */
    private static List<Bits> trace(Metric metric, Optional<Metric> neighbour) {
        List<Bits> trace = new ArrayList<>();
        for (long k = 1; k <= 10; k++) {
            metric.observe(k);
            long step = k;
            neighbour.ifPresent(other -> other.observe(step, scaled(other.vector(50 + step), 3),
                    scaled(other.vector(60 + step), 3)).inverse(other.vector(70)));
            trace.add(Bits.of(metric.inverse(metric.vector(80))));
            metric.preconditioner().accept();
            neighbour.ifPresent(other -> other.preconditioner().accept());
            trace.add(metric.state());
        }
        return trace;
    }
}
