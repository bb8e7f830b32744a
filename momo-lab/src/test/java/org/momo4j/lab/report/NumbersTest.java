package org.momo4j.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 1000", "0.0123456, 0.01235", "1.14e-15, 1.1e-15", "-2.5e8, -2.5e+08", "NaN, -",
            "Infinity, inf"})
    void briefNumbersAreShort(double value, String text) {
        assertEquals(text, Numbers.brief(value));
    }

    @Test
    void plainNumbersAreWrittenAsAPersonWould() {
        assertEquals("1", Numbers.plain(1));
        assertEquals("1e-8", Numbers.plain(1e-8));
        assertEquals("10.01", Numbers.plain(10.01));
        assertEquals("100", Numbers.plain(100));
    }
}
