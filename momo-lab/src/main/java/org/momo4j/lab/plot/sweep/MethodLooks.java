package org.momo4j.lab.plot.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.momo4j.lab.plot.Style;

/**
 * Colour, dashes and marker of every method, the same in all pictures; dashes and markers tell them apart in grey.
 *
 * @param methods all methods of an experiment
 */
public record MethodLooks(List<String> methods) {
    private static final float WIDTH = 1.9f;
    private static final float[][] DASHES = {{}, {7, 3}, {2, 3}, {9, 3, 2, 3}, {5, 2, 1, 2, 1, 2}, {12, 4}, {4, 4}};
    private static final double[][] OUTLINES = {{0, -5, 4.8, 3.6, -4.8, 3.6}, {0, -5.4, 5.4, 0, 0, 5.4, -5.4, 0},
            {0, 5, 4.8, -3.6, -4.8, -3.6},
            {-1.5, -4.8, 1.5, -4.8, 1.5, -1.5, 4.8, -1.5, 4.8, 1.5, 1.5, 1.5, 1.5, 4.8, -1.5, 4.8, -1.5, 1.5, -4.8, 1.5,
                    -4.8, -1.5, -1.5, -1.5}};

    /** Copies the methods. */
    public MethodLooks {
        methods = List.copyOf(methods);
    }

    Color colour(String method) {
        return Style.colour(index(method));
    }

    Stroke stroke(String method) {
        int i = index(method);
        float[] dash = DASHES[(i + i / DASHES.length) % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : Style.dashed(WIDTH, dash);
    }

    Shape marker(String method) {
        int i = index(method);
        int markers = OUTLINES.length + 2;
        int which = (i + i / DASHES.length) % markers;
        return switch (which) {
            case 0 -> new Ellipse2D.Double(-4, -4, 8, 8);
            case 1 -> new Rectangle2D.Double(-3.7, -3.7, 7.4, 7.4);
            default -> polygon(OUTLINES[which - 2]);
        };
    }

    private static Shape polygon(double[] corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private int index(String method) {
        return Math.max(0, methods.indexOf(method));
    }
}
