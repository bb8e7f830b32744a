package org.momo4j.lab.plot;

import java.awt.Graphics2D;

/** Something that can be drawn, on white, in units of a 96th of an inch. */
public interface Picture {
    /** Width in units. */
    int width();

    /** Height in units. */
    int height();

    /** Draws the whole picture from (0, 0) to (width, height). */
    void draw(Graphics2D graphics);
}
