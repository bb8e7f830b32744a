package org.momo4j.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignificantDigitsTest {
    @Test
    void threeDigitsAreNineHundredADecade() {
        SignificantDigits three = new SignificantDigits(3);
        assertEquals(999, kept(three, 1, 999));
        assertEquals(900, kept(three, 1000, 9999));
        assertEquals(900, kept(three, 10_000, 99_999));
        assertEquals(900, kept(three, 100_000, 999_999));
        assertEquals(900, kept(three, 1_000_000, 9_999_999));
    }

    private static long kept(SignificantDigits digits, long from, long to) {
        return LongStream.rangeClosed(from, to).filter(digits::keep).count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 18})
    void powersOfTenAreKept(int digits) {
        long power = 1;
        for (int i = 0; i <= 18; i++) {
            assertTrue(new SignificantDigits(digits).keep(power), power + " with " + digits);
            power *= 10;
        }
    }

    @Property
    void theDigitsBeforeTheZerosAreCounted(@ForAll @IntRange(min = 1, max = 18) int digits,
            @ForAll @LongRange(min = 1) long k) {
        int significant = Long.toString(k).replaceAll("0+$", "").length();
        assertEquals(significant <= digits, new SignificantDigits(digits).keep(k), k + " with " + digits);
    }

    @Test
    void examples() {
        SignificantDigits three = new SignificantDigits(3);
        assertTrue(three.keep(0) && three.keep(1000) && three.keep(1010) && three.keep(12_300));
        assertFalse(three.keep(1001) || three.keep(12_340) || three.keep(100_100));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 19})
    void othersAreRefused(int digits) {
        assertEquals("significant digits of logged steps: " + digits + "; they must be at least 1 and at most 18",
                assertThrows(IllegalArgumentException.class, () -> new SignificantDigits(digits)).getMessage());
    }
}
