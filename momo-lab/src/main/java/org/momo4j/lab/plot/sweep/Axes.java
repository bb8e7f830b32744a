package org.momo4j.lab.plot.sweep;

import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.momo4j.lab.plot.PowersOfTen;
import org.momo4j.lab.plot.Style;

/** Axes as the pictures have them. */
final class Axes {
    /** Values this far below the largest are rounding noise, and not shown. */
    private static final double DEEPEST = 1e-16;
    private static final double MARGIN = 0.05;
    private static final int MOST_TICKS = 8;

    private Axes() {}

    /** The range of what is finite and can be shown, with a margin. */
    static Range range(DoubleStream values, boolean log) {
        double[] shown = values.filter(v -> Double.isFinite(v) && (!log || v > 0)).sorted().toArray();
        if (shown.length == 0) {
            return new Range(log ? 0.1 : 0, log ? 10 : 1);
        }
        double high = shown[shown.length - 1];
        if (!log) {
            double span = high > shown[0] ? high - shown[0] : Math.max(1, Math.abs(high));
            return new Range(shown[0] - MARGIN * span, high + MARGIN * span);
        }
        double low = DoubleStream.of(shown).filter(v -> v >= high * DEEPEST).findFirst().orElse(high);
        double margin = high > low ? Math.pow(high / low, MARGIN) : 3;
        return new Range(low / margin, high * margin);
    }

    static ValueAxis of(Range range, boolean log, String name, double size) {
        ValueAxis axis = log ? logarithmic(range) : linear();
        axis.setRange(range);
        axis.setLabel(name);
        axis.setLabelFont(Style.plain(size));
        axis.setLabelPaint(Style.INK);
        axis.setTickLabelFont(Style.plain(size - 1));
        axis.setTickLabelPaint(Style.INK);
        axis.setAxisLineVisible(false);
        axis.setMinorTickMarksVisible(false);
        axis.setTickMarkPaint(Style.INK);
        axis.setTickMarkStroke(Style.AXIS);
        return axis;
    }

    private static ValueAxis linear() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    private static ValueAxis logarithmic(Range range) {
        LogAxis axis = new LogAxis();
        axis.setSmallestValue(Double.MIN_NORMAL);
        axis.setNumberFormatOverride(new PowersOfTen());
        double decades = Math.log10(range.getUpperBound() / range.getLowerBound());
        axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(decades / MOST_TICKS))));
        return axis;
    }
}
