package org.momo4j.convex.verify;

import java.util.Map;
import org.momo4j.convex.verify.CheckResult.Expected;

/**
 * Negative controls: a hypothesis is taken away on purpose, and exactly these checks must see it (MATH.md section 5,
 * last table).
 */
enum Control {
    /** x* does not minimise every f(., s). */
    NO_INTERPOLATION("no interpolation", 0, Expected.VIOLATED, Expected.HOLDS, Expected.VIOLATED),
    /** The bound lies below f*. */
    BOUND_BELOW("bound below f*", -1, Expected.VIOLATED, Expected.HOLDS, Expected.VIOLATED),
    /** The bound lies above f*. */
    BOUND_ABOVE("bound above f*", 1, Expected.HOLDS, Expected.VIOLATED, Expected.HOLDS);

    private final String label;
    private final int sign;
    private final Map<String, Expected> expected;

    Control(String label, int sign, Expected t1, Expected t2, Expected certificate) {
        this.label = label;
        this.sign = sign;
        this.expected = Map.of("T1", t1, "T2", t2, "certificate", certificate);
    }

    /** What was taken away. */
    String label() {
        return label;
    }

    /** Direction in which the bound is moved. */
    int sign() {
        return sign;
    }

    /** What theory expects of each check. */
    Map<String, Expected> expected() {
        return expected;
    }
}
