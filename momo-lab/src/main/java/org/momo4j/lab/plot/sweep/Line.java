package org.momo4j.lab.plot.sweep;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A line in a panel, with a band around it.
 *
 * @param name   in the legend
 * @param colour of line and band
 * @param stroke of the line
 * @param marker at every point, if there is one
 * @param points in the order of x
 */
record Line(String name, Color colour, Stroke stroke, Optional<Shape> marker, List<Point> points) {
    Line {
        points = List.copyOf(points);
    }

    /**
     * A point; without a band {@code low} and {@code high} are {@code y}.
     *
     * @param diverged runs that diverged; they are marked above the panel
     */
    record Point(double x, double low, double y, double high, int diverged) {
        /** A point without a band. */
        static Point at(double x, double y) {
            return new Point(x, y, y, y, 0);
        }
    }

    boolean hasDiverged() {
        return points.stream().anyMatch(p -> p.diverged() > 0);
    }

    DoubleStream values() {
        return points.stream().mapToDouble(Point::y);
    }
}
