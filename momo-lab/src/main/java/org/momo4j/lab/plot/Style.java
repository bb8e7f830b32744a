package org.momo4j.lab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;

/** Colours, lines and type of all pictures. Colours are those of Okabe and Ito, which colour-blind people can tell apart. */
public final class Style {
    /** Okabe and Ito's palette without black, in an order in which neighbours differ in lightness too. */
    private static final int[] PALETTE = {0x0072B2, 0xD55E00, 0x009E73, 0xE69F00, 0x56B4E9, 0xCC79A7, 0xF0E442};

    /** Text and frames. */
    public static final Color INK = new Color(0x222222);
    /** Text beside what matters. */
    public static final Color FAINT_INK = new Color(0x6B6B6B);
    /** Lines to compare with. */
    public static final Color REFERENCE = new Color(0x999999);
    /** Grid lines. */
    public static final Color GRID = new Color(0xE4E4E4);

    /** Line of a mean. */
    public static final Stroke MEAN = line(2.0f);
    /** Frames and grids. */
    public static final Stroke AXIS = line(0.8f);
    /** Line of a bound. */
    public static final Stroke BOUND = dashed(1.3f, 6, 4);
    /** The slope −1/2. */
    public static final Stroke ROOT_SLOPE = dashed(1.1f, 1.2f, 3.2f);
    /** The slope −1. */
    public static final Stroke LINEAR_SLOPE = dashed(1.1f, 7, 3, 1.2f, 3);

    private Style() {}

    /** The colour of the i-th method. */
    public static Color colour(int i) {
        return new Color(PALETTE[i % PALETTE.length]);
    }

    /** Line of the i-th method's mean: solid, and dotted in ways of their own once the colours are used up. */
    static Stroke mean(int i) {
        return switch (i / PALETTE.length) {
            case 0 -> MEAN;
            case 1 -> dashed(2, 2.5f, 2.5f);
            default -> dashed(2, 8, 2.5f, 2, 2.5f);
        };
    }

    /** The same colour, so faint that lines below can be seen. */
    public static Color faint(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    /** Type. */
    public static Font plain(double size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    }

    /** Type of headings. */
    public static Font bold(double size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size);
    }

    private static Stroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** A line with dashes of these lengths. */
    public static Stroke dashed(float width, float... dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }
}
