package org.momo4j.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * A state with one thing wrong.
 *
 * @param fault what is wrong
 * @param state the state
 */
public record WrongState(String fault, State state) {
    /**
     * Every way to spoil one thing of a state: another version; a scalar, vector or child missing; a vector of another
     * size or type; a wrong child.
     */
    public static List<WrongState> of(State good) {
        List<WrongState> wrong = new ArrayList<>();
        wrong.add(new WrongState("version", changed(good, good.version() + 1, "", Optional.empty())));
        good.scalars().keySet().forEach(name -> wrong.add(without(good, "scalar " + name)));
        good.children().keySet().forEach(name -> wrong.add(without(good, "child " + name)));
        good.vectors().forEach((name, vector) -> {
            String part = "vector " + name;
            ElementType other = vector.type() == ElementType.FLOAT32 ? ElementType.FLOAT64 : ElementType.FLOAT32;
            wrong.add(without(good, part));
            wrong.add(with(good, part, "larger", FlatVector.zeros(vector.type(), vector.size() + 1)));
            wrong.add(with(good, part, "smaller", FlatVector.zeros(vector.type(), Math.max(0, vector.size() - 1))));
            wrong.add(with(good, part, "of type " + other, FlatVector.zeros(other, vector.size())));
        });
        good.children().forEach((name, child) -> of(child)
                .forEach(inner -> wrong.add(with(good, "child " + name, "with wrong " + inner.fault, inner.state))));
        return wrong;
    }

    /**
     * Fails unless every way to spoil {@code other} is refused with an {@link IllegalArgumentException} that changes
     * nothing.
     *
     * @param target what shall refuse
     * @param other  a state that {@code target} would accept, different from its own in every part: otherwise half a
     *               restore would not be seen
     */
    public static void assertRefused(Stateful target, State other) {
        Bits before = Bits.of(target.state());
        for (WrongState wrong : of(other)) {
            assertThrows(IllegalArgumentException.class, () -> target.restore(wrong.state), wrong.fault);
            Bits.assertSame("state after the refusal of a state with wrong " + wrong.fault, before,
                    Bits.of(target.state()));
        }
    }

    private static WrongState without(State good, String part) {
        return new WrongState(part + " (missing)", changed(good, good.version(), part, Optional.empty()));
    }

    private static WrongState with(State good, String part, String how, Object replacement) {
        return new WrongState(part + " (" + how + ")", changed(good, good.version(), part, Optional.of(replacement)));
    }

    private static State changed(State good, int version, String part, Optional<Object> replacement) {
        State state = State.version(version);
        good.scalars().forEach((name, value) -> put(state, "scalar", name, value, part, replacement));
        good.vectors().forEach((name, value) -> put(state, "vector", name, value, part, replacement));
        good.children().forEach((name, value) -> put(state, "child", name, value, part, replacement));
        return state;
    }

    private static void put(State state, String kind, String name, Object value, String part,
            Optional<Object> replacement) {
        Optional<Object> put = part.equals(kind + " " + name) ? replacement : Optional.of(value);
        switch (put.orElse("nothing")) {
            case Double scalar -> state.with(name, scalar);
            case FlatVector vector -> state.with(name, vector);
            case State child -> state.with(name, child);
            default -> {
            } // left out
        }
    }
}
