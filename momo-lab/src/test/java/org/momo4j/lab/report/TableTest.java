package org.momo4j.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirContent() {
        assertEquals("a    b\nlong x\n".replace("g x", "g  x").replace("a    b", "a     b"),
                new Table(0, "a", "b").row("long", "x").render(80));
    }

    @Test
    void theLastColumnWrapsBetweenWords() {
        String text = new Table(0, "a", "meaning").row("x", "one two three four five six seven").render(30);
        assertEquals("a  meaning\nx  one two three four five\n   six seven\n", text);
    }

    @Test
    void aRowHasOneCellAColumn() {
        assertThrows(IllegalStateException.class, () -> new Table(0, "a", "b").row("x"));
    }
}
