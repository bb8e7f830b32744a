package org.momo4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class BitsTest {
    private static State state() {
        return State.empty().with("k", 3).with("d", FlatVector.of(1, 2)).with("part", State.empty().with("x", 1));
    }

    private static StepReport.Builder report() {
        return new StepReport.Builder().k(3).loss(1).acted(Acted.CAP).extra("beta", 0.9);
    }

    /** Pairs that differ in the last thing one might think of. */
    static Stream<List<Bits>> different() {
        FlatVector vector = FlatVector.of(1, 2);
        return Stream.of(List.of(Bits.of(vector), Bits.of(FlatVector.of(1, Math.nextUp(2.0)))),
                List.of(Bits.of(FlatVector.of(0.0)), Bits.of(FlatVector.of(-0.0))),
                List.of(Bits.of(vector), Bits.of(FlatVector.of(1, 2, 0))),
                List.of(Bits.of(vector), Bits.of(FlatVector.of(ElementType.FLOAT32, 1, 2))),
                List.of(Bits.of(1.0), Bits.of(Double.NaN)),
                List.of(Bits.of(state()), Bits.of(state().with("k", 4))),
                List.of(Bits.of(state()), Bits.of(state().with("more", 1))),
                List.of(Bits.of(state()), Bits.of(state().with("d", FlatVector.of(1, 3)))),
                List.of(Bits.of(state()), Bits.of(state().with("part", State.version(2).with("x", 1)))),
                List.of(Bits.of(state()), Bits.of(state().with("part", State.empty().with("x", 2)))),
                List.of(Bits.of(report().build()), Bits.of(report().k(4).build())),
                List.of(Bits.of(report().build()), Bits.of(report().acted(Acted.ADAPTIVE_TERM).build())),
                List.of(Bits.of(report().build()), Bits.of(report().extra("beta", 0.8).build())),
                List.of(Bits.of(report().build()), Bits.of(report().directionNorm(0).build())));
    }

    @ParameterizedTest
    @MethodSource("different")
    void differencesAreSeen(List<Bits> pair) {
        assertNotEquals(pair.get(0), pair.get(1));
        assertThrows(AssertionError.class, () -> Bits.assertSame("it", pair.get(0), pair.get(1)));
    }

    @Test
    void equalBitsAreTheSame() {
        Bits.assertSame("vector", Bits.of(FlatVector.of(Double.NaN, -0.0)), Bits.of(FlatVector.of(Double.NaN, -0.0)));
        Bits.assertSame("state", Bits.of(state()), Bits.of(state()));
        Bits.assertSame("report", Bits.of(report().build()), Bits.of(report().build()));
        assertEquals(Bits.of(state()), Bits.of(state()));
        assertEquals(Bits.of(state()).hashCode(), Bits.of(state()).hashCode());
    }

    @Test
    void laterChangesAreNotSeen() {
        FlatVector vector = FlatVector.of(1, 2);
        Bits before = Bits.of(vector);
        vector.set(0, 5);
        Bits.assertSame("vector", Bits.of(FlatVector.of(1, 2)), before);
    }
}
