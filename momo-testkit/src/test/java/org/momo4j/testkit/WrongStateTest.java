package org.momo4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;

class WrongStateTest {
    private static final State GOOD = State.version(3).with("k", 3).with("d", FlatVector.of(1, 2)).with("part",
            State.empty().with("x", 1));

    @Test
    void everyPartIsSpoiledInEveryWay() {
        assertEquals(List.of("version", "scalar k (missing)", "child part (missing)", "vector d (missing)",
                "vector d (larger)", "vector d (smaller)", "vector d (of type float32)",
                "child part (with wrong version)", "child part (with wrong scalar x (missing))"),
                WrongState.of(GOOD).stream().map(WrongState::fault).toList());
    }

    @Test
    void eachIsWrongInItsOwnWay() {
        Set<Bits> seen = new HashSet<>(Set.of(Bits.of(GOOD)));
        for (WrongState wrong : WrongState.of(GOOD)) {
            assertEquals(true, seen.add(Bits.of(wrong.state())), wrong.fault());
        }
    }
}
