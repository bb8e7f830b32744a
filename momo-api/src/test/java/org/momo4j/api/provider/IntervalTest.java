package org.momo4j.api.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [0, 1)      | 0         | true
            [0, 1)      | 1         | false
            [0, 1)      | 0.999     | true
            [0, 1)      | -1e-300   | false
            (0, 1]      | 0         | false
            (0, 1]      | -0.0      | false
            [0, 1]      | -0.0      | true
            (0, 1]      | 1         | true
            (0, inf]    | Infinity  | true
            (0, inf)    | Infinity  | false
            (0, inf)    | 1e308     | true
            [-inf, 0]   | -Infinity | true
            (-inf, 0]   | -Infinity | false
            [-2.5, 1e3] | 1000      | true
            [-2.5, 1e3] | -2.5      | true
            [-inf, inf] | NaN       | false
            (-inf, inf) | NaN       | false
            [ 1 ,2 ]    | 1         | true
            [3, 3]      | 3         | true
            """)
    void contains(String interval, double number, boolean inside) {
        assertEquals(inside, Interval.of(interval).contains(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0, 1", "[0 1]", "[0, 1", "{0, 1}", "[0, 1, 2]", "[zero, 1]", "[0, ]", "[NaN, 1]",
            "[0, nan]", "[1, 0]", "(1, 1)", "(1, 1]", "[inf, inf)"})
    void whatIsNoIntervalIsRefused(String text) {
        assertEquals("\"" + text + "\" is no interval; write it like \"[0, 1)\"",
                assertThrows(IllegalArgumentException.class, () -> Interval.of(text)).getMessage());
    }

    @Test
    void printsAsItWasWritten() {
        assertEquals("(0, inf]", Interval.of("(0, inf]").toString());
    }

    @Property
    void allHoldsEveryNumberButNan(@ForAll double number) {
        assertEquals(!Double.isNaN(number), Interval.ALL.contains(number));
        assertFalse(Interval.ALL.contains(Double.NaN));
    }
}
