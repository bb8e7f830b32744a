package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.WrongState;

/** The promises of a lower bound. */
final class LowerBoundPromises {
    static final List<Promise<LowerBoundSubject>> ALL = List.of(
            new Promise<>("before() without after() changes nothing", LowerBoundPromises::refusedStep),
            new Promise<>("finite models have a finite bound", LowerBoundPromises::finite),
            new Promise<>("falling losses have a bound that is a number", LowerBoundPromises::falling),
            new Promise<>("never writes the sample", LowerBoundPromises::sampleIsReadOnly),
            new Promise<>("its scope does not change", LowerBoundPromises::scope),
            new Promise<>("a restored bound goes on bit by bit", LowerBoundPromises::roundTrip),
            new Promise<>("the state of a bound is a snapshot", LowerBoundPromises::snapshot),
            new Promise<>("a wrong state of a bound is refused whole", LowerBoundPromises::wrongStates),
            new Promise<>("two bounds share nothing", LowerBoundPromises::shareNothing));

    private static final int STEPS = 60;

    private LowerBoundPromises() {}

    private record OneExample(double loss, FlatVector gradient, Batch batch) implements Sample {}

    private static Sample sample(LowerBoundSubject subject, PlainModel model) {
        return new OneExample(model.loss(), FlatVector.of(model.loss(), -1),
                Batch.of((int) (model.k() % subject.samples())));
    }

    private static double step(LowerBoundSubject subject, LowerBound bound, PlainModel model) {
        double value = bound.before(model, sample(subject, model));
        bound.after(model, value, model.stepSize(value));
        return value;
    }

    private static LowerBound after(LowerBoundSubject subject, int steps) {
        LowerBound bound = subject.create().get();
        for (long k = 1; k <= steps; k++) {
            step(subject, bound, PlainModel.falling(k));
        }
        return bound;
    }

    private static void assertSameSteps(String what, LowerBoundSubject subject, LowerBound expected,
            LowerBound actual, int before) {
        Bits.assertSame("value " + what, Bits.of(expected.value()), Bits.of(actual.value()));
        for (long k = before + 1L; k <= before + STEPS; k++) {
            PlainModel model = PlainModel.falling(k);
            Bits.assertSame("bound at step " + k + " " + what, Bits.of(step(subject, expected, model)),
                    Bits.of(step(subject, actual, model)));
            Bits.assertSame("state at step " + k + " " + what, Bits.of(expected.state()), Bits.of(actual.state()));
            Bits.assertSame("value at step " + k + " " + what, Bits.of(expected.value()), Bits.of(actual.value()));
        }
    }

    private static void refusedStep(LowerBoundSubject subject) {
        for (int before : new int[]{0, 4}) {
            LowerBound bound = after(subject, before);
            LowerBound twin = after(subject, before);
            Bits state = Bits.of(bound.state());
            Bits value = Bits.of(bound.value());
            for (double loss : new double[]{-50, 50, 0.001, 1e300}) {
                PlainModel refused = PlainModel.at(before + 1L, loss, 1);
                double first = bound.before(refused, sample(subject, refused));
                double second = bound.before(refused, sample(subject, refused));
                Bits.assertSame("before() asked twice for loss " + loss, Bits.of(first), Bits.of(second));
                Bits.assertSame("state after before() alone", state, Bits.of(bound.state()));
                Bits.assertSame("value() after before() alone", value, Bits.of(bound.value()));
            }
            assertSameSteps("after a step that was refused", subject, twin, bound, before);
        }
    }

    private static void finite(LowerBoundSubject subject) {
        double[] losses = {1, 0, -1, 1e-300, 1e100, -1e100, 3, 0, 5};
        for (double normSquared : new double[]{0, 1e-30, 1, 1e100}) {
            LowerBound bound = subject.create().get();
            for (int i = 0; i < 5 * losses.length; i++) {
                PlainModel model = PlainModel.at(i + 1L, losses[i % losses.length], normSquared);
                double value = step(subject, bound, model);
                assertTrue(Double.isFinite(value), "the bound is " + value + " at " + model);
            }
        }
    }

    private static void falling(LowerBoundSubject subject) {
        LowerBound bound = subject.create().get();
        for (long k = 1; k <= 500; k++) {
            double value = step(subject, bound, PlainModel.falling(k));
            assertTrue(Double.isFinite(value), "the bound is " + value + " at step " + k);
        }
    }

    private static void sampleIsReadOnly(LowerBoundSubject subject) {
        LowerBound bound = subject.create().get();
        for (long k = 1; k <= 5; k++) {
            PlainModel model = PlainModel.falling(k);
            Sample sample = sample(subject, model);
            Bits gradient = Bits.of(sample.gradient());
            bound.after(model, bound.before(model, sample), 0.1);
            Bits.assertSame("gradient of the sample", gradient, Bits.of(sample.gradient()));
        }
    }

    private static void scope(LowerBoundSubject subject) {
        LowerBound.Scope scope = subject.create().get().scope();
        assertEquals(scope, subject.create().get().scope());
        assertEquals(scope, after(subject, 5).scope());
    }

    private static void roundTrip(LowerBoundSubject subject) {
        for (int before : new int[]{0, 1, 7}) {
            LowerBound bound = after(subject, before);
            LowerBound restored = after(subject, 11);
            restored.restore(bound.state());
            Bits.assertSame("state right after restore", Bits.of(bound.state()), Bits.of(restored.state()));
            assertSameSteps("restored after step " + before, subject, bound, restored, before);
        }
    }

    private static void snapshot(LowerBoundSubject subject) {
        LowerBound bound = after(subject, 3);
        State state = bound.state();
        Bits before = Bits.of(state);
        LowerBound restored = subject.create().get();
        restored.restore(state);
        for (long k = 4; k <= 10; k++) {
            step(subject, bound, PlainModel.falling(k));
            step(subject, restored, PlainModel.falling(k));
        }
        bound.state();
        restored.state();
        Bits.assertSame("a state after steps of its bound and of one restored from it", before, Bits.of(state));
    }

    private static void wrongStates(LowerBoundSubject subject) {
        WrongState.assertRefused(after(subject, 7), after(subject, 3).state());
    }

    private static void shareNothing(LowerBoundSubject subject) {
        LowerBound one = subject.create().get();
        LowerBound other = subject.create().get();
        for (long k = 1; k <= 5; k++) {
            step(subject, one, PlainModel.falling(k));
            step(subject, other, PlainModel.at(k, 100 + k, 3));
        }
        assertSameSteps("beside another bound", subject, after(subject, 5), one, 5);
    }
}
