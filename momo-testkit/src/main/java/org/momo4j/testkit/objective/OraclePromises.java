package org.momo4j.testkit.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.WrongState;

/** What an oracle reads, writes and remembers. */
final class OraclePromises {
    static final List<Promise<ObjectiveSubject>> ALL = List.of(
            new Promise<>("has parameters and examples, the same ones every time", OraclePromises::shape),
            new Promise<>("a seed is one starting point", OraclePromises::start),
            new Promise<>("writes the gradient whole, and nothing else", OraclePromises::writesGradientAlone),
            new Promise<>("refuses vectors of another size or type", OraclePromises::vectors),
            new Promise<>("a fresh objective answers alike, bit by bit", OraclePromises::deterministic),
            new Promise<>("evaluate() changes no later answer", OraclePromises::evaluateIsAside),
            new Promise<>("a restored objective goes on bit by bit", OraclePromises::roundTrip),
            new Promise<>("a wrong state of an objective is refused whole", OraclePromises::wrongStates));

    private static final double GUARD = -123.5;

    private OraclePromises() {}

    private static void shape(ObjectiveSubject subject) {
        Objective objective = subject.create().get();
        Objective other = subject.create().get();
        assertTrue(objective.samples() >= 1, "there are " + objective.samples() + " examples");
        assertTrue(objective.layout().size() >= 1, "there are " + objective.layout().size() + " parameters");
        assertEquals(objective.samples(), other.samples());
        assertEquals(objective.layout().tensors(), other.layout().tensors());
        assertEquals(objective.layout().tensors(), objective.layout().tensors());
    }

    private static void start(ObjectiveSubject subject) {
        long size = subject.create().get().layout().size();
        for (long seed : new long[]{0, 1, 1L << 40}) {
            FlatVector first = filled(ElementType.FLOAT64, size, Double.NaN);
            FlatVector second = filled(ElementType.FLOAT64, size, 5);
            FlatVector rounded = filled(ElementType.FLOAT32, size, 5);
            Objective objective = subject.create().get();
            objective.start(seed, first);
            objective.start(seed, second);
            Bits.assertSame("start asked for twice", Bits.of(first), Bits.of(second));
            subject.create().get().start(seed, second);
            Bits.assertSame("start of a fresh objective", Bits.of(first), Bits.of(second));
            objective.start(seed, rounded);
            for (long i = 0; i < size; i++) {
                assertTrue(Double.isFinite(first.get(i)), "element " + i + " of the start is " + first.get(i));
                assertEquals((float) first.get(i), (float) rounded.get(i), "element " + i + " of the float32 start");
            }
        }
    }

    private static FlatVector filled(ElementType type, long size, double value) {
        FlatVector vector = FlatVector.zeros(type, size);
        vector.fill(value);
        return vector;
    }

    private static void writesGradientAlone(ObjectiveSubject subject) {
        for (ElementType type : ElementType.values()) {
            Objective objective = subject.create().get();
            int[] batch = {0, objective.samples() - 1};
            for (FlatVector at : Points.of(objective, type)) {
                FlatVector point = filled(type, at.size() + 10, GUARD);
                point.slice(3, at.size()).copyFrom(at);
                FlatVector around = filled(type, at.size() + 10, GUARD);
                FlatVector gradient = around.slice(5, at.size());
                gradient.fill(Double.NaN);
                Bits before = Bits.of(point);
                objective.lossAndGradient(point.slice(3, at.size()), Batch.of(batch), gradient);
                Bits.assertSame("point", before, Bits.of(point));
                assertArrayEquals(new int[]{0, objective.samples() - 1}, batch, "batch");
                for (long i = 0; i < around.size(); i++) {
                    boolean inside = i >= 5 && i < 5 + at.size();
                    assertTrue(inside ? Double.isFinite(around.get(i)) : around.get(i) == GUARD,
                            "element " + (i - 5) + " relative to the gradient is " + around.get(i));
                }
                objective.evaluate(point.slice(3, at.size()));
                Bits.assertSame("point after evaluate()", before, Bits.of(point));
            }
        }
    }

    private static void vectors(ObjectiveSubject subject) {
        Objective objective = subject.create().get();
        FlatVector start = Points.start(objective, ElementType.FLOAT64);
        Batch batch = Batch.of(0);
        for (long size : new long[]{start.size() - 1, start.size() + 1}) {
            FlatVector wrong = FlatVector.zeros(ElementType.FLOAT64, size);
            assertRefused("start of size " + size, () -> objective.start(0, wrong));
            assertRefused("evaluation at size " + size, () -> objective.evaluate(wrong));
            assertRefused("point and gradient of size " + size,
                    () -> objective.lossAndGradient(wrong, batch, wrong.zerosLike()));
            assertRefused("gradient of size " + size, () -> objective.lossAndGradient(start, batch, wrong));
        }
        assertRefused("gradient of another type than the point", () -> objective.lossAndGradient(start, batch,
                FlatVector.zeros(ElementType.FLOAT32, start.size())));
    }

    private static void assertRefused(String what, Executable call) {
        assertThrows(IllegalArgumentException.class, call, what);
    }

    private static Bits answer(Objective objective, int step) {
        FlatVector point = Points.of(objective, ElementType.FLOAT64).get(step % 3);
        FlatVector answer = FlatVector.zeros(ElementType.FLOAT64, point.size() + 1);
        int n = objective.samples();
        answer.set(point.size(), objective.lossAndGradient(point, Batch.of(step % n, (3 * step + 1) % n),
                answer.slice(0, point.size())));
        return Bits.of(answer);
    }

    private static void deterministic(ObjectiveSubject subject) {
        Objective one = subject.create().get();
        Objective other = subject.create().get();
        for (int step = 0; step < 8; step++) {
            Bits.assertSame("loss and gradient at call " + step, answer(one, step), answer(other, step));
        }
    }

    private static void evaluateIsAside(ObjectiveSubject subject) {
        Objective one = subject.create().get();
        Objective other = subject.create().get();
        for (int step = 0; step < 4; step++) {
            other.evaluate(Points.start(other, ElementType.FLOAT64));
            Bits.assertSame("loss and gradient at call " + step + " after evaluate()", answer(one, step),
                    answer(other, step));
        }
        Bits.assertSame("state after evaluate()", Bits.of(one.state()), Bits.of(other.state()));
    }

    private static void roundTrip(ObjectiveSubject subject) {
        Objective objective = subject.create().get();
        for (int step = 0; step < 5; step++) {
            answer(objective, step);
        }
        State state = objective.state();
        Bits before = Bits.of(state);
        Objective restored = subject.create().get();
        answer(restored, 1);
        restored.restore(state);
        for (int step = 5; step < 12; step++) {
            Bits.assertSame("loss and gradient at call " + step + " of the restored", answer(objective, step),
                    answer(restored, step));
        }
        Bits.assertSame("a state taken some calls ago", before, Bits.of(state));
        Bits.assertSame("state at the end", Bits.of(objective.state()), Bits.of(restored.state()));
    }

    private static void wrongStates(ObjectiveSubject subject) {
        Objective other = subject.create().get();
        answer(other, 0);
        Objective target = subject.create().get();
        for (int step = 0; step < 3; step++) {
            answer(target, step);
        }
        WrongState.assertRefused(target, other.state());
    }
}
