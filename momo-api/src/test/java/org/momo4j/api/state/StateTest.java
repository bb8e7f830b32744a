package org.momo4j.api.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class StateTest {
    private static State sample() {
        return State.version(3).with("k", 7).with("gamma", -0.5).with("d", FlatVector.of(1, 2))
                .with("bound", State.empty().with("value", 9));
    }

    @Test
    void givesBackWhatWasPutIn() {
        State state = sample();
        assertEquals(3, state.version());
        assertEquals(7, state.scalar("k"));
        assertEquals(-0.5, state.scalar("gamma"));
        assertArrayEquals(new double[]{1, 2}, state.vector("d", ElementType.FLOAT64, 2).toArray());
        assertEquals(9, state.child("bound").scalar("value"));
        assertEquals(1, State.empty().version());
    }

    @Test
    void namesKeepTheirOrder() {
        assertEquals(List.of("k", "gamma"), List.copyOf(sample().scalars().keySet()));
        assertEquals(List.of("d"), List.copyOf(sample().vectors().keySet()));
        assertEquals(List.of("bound"), List.copyOf(sample().children().keySet()));
    }

    @Test
    void vectorsAreCopies() {
        FlatVector vector = FlatVector.of(1, 2);
        State state = State.empty().with("d", vector);
        vector.fill(9);
        assertArrayEquals(new double[]{1, 2}, state.vector("d", ElementType.FLOAT64, 2).toArray());
    }

    @Test
    void theThreeKindsOfNamesAreApart() {
        State state = State.empty().with("d", 1).with("d", FlatVector.of(2)).with("d", State.version(4));
        assertEquals(1, state.scalar("d"));
        assertEquals(2, state.vector("d", ElementType.FLOAT64, 1).get(0));
        assertEquals(4, state.child("d").version());
    }

    @Test
    void scalarsKeepEveryBit() {
        State state = State.empty().with("nan", Double.NaN).with("zero", -0.0).with("inf", Double.NEGATIVE_INFINITY)
                .with("large", 0x1p53);
        assertEquals(Double.NaN, state.scalar("nan"));
        assertEquals(-0.0, state.scalar("zero"));
        assertEquals(Double.NEGATIVE_INFINITY, state.scalar("inf"));
        assertEquals(9007199254740992L, (long) state.scalar("large"));
    }

    @Test
    void whatIsNotThereIsRefusedByName() {
        State state = sample();
        assertRefused("state has no scalar \"K\"; it has [k, gamma]", () -> state.scalar("K"));
        assertRefused("state has no vector \"v\"; it has [d]", () -> state.vector("v", ElementType.FLOAT64, 2));
        assertRefused("state has no child \"d\"; it has [bound]", () -> state.child("d"));
        assertRefused("vector \"d\" of the state has 2 elements; 3 are needed",
                () -> state.vector("d", ElementType.FLOAT64, 3));
        assertRefused("vector \"d\" of the state is float64; float32 is needed",
                () -> state.vector("d", ElementType.FLOAT32, 2));
        assertRefused("state has version 3; version 4 is needed", () -> state.requireVersion(4));
        assertSame(state, state.requireVersion(3));
    }

    @Test
    void theMapsCannotBeChanged() {
        State state = sample();
        assertThrows(UnsupportedOperationException.class, () -> state.scalars().clear());
        assertThrows(UnsupportedOperationException.class, () -> state.vectors().clear());
        assertThrows(UnsupportedOperationException.class, () -> state.children().clear());
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
