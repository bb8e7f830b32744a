package org.momo4j.lab.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.momo4j.api.theory.Check;

class InstalledTest {
    @Test
    void twoOfOneNameAreRefusedNamingBothClasses() {
        var twice = new Installed<Check>("check").add(Check.class, Check::name, c -> c);
        var refused = assertThrows(IllegalArgumentException.class,
                () -> twice.add(Check.class, c -> "T1", c -> c));
        String first = twice.byName().get("T1").getClass().getName();
        assertEquals(0, refused.getMessage().indexOf("two checks are called \"T1\": " + first + " and "),
                refused.getMessage());
    }
}
