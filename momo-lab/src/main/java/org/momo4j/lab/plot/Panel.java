package org.momo4j.lab.plot;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.Curve.Point;

/** One pair of logarithmic axes: mean gap against K, with band, bound and reference slopes. */
final class Panel {
    /** Gaps this far below the largest value are rounding noise, and not shown. */
    private static final double DEEPEST = 1e-12;
    private static final Point NOWHERE = new Point(1, 1, 1, 1, 1, 1, 1);
    private static final int BAND = 0;
    private static final int BOUND = 1;
    private static final int REFERENCE = 2;

    private final MethodColours colours;
    private final double fontSize;

    /**
     * Panels with common colours.
     *
     * @param colours  of the methods
     * @param fontSize of the ticks
     */
    Panel(MethodColours colours, double fontSize) {
        this.colours = colours;
        this.fontSize = fontSize;
    }

    /** A panel of these curves. */
    XYPlot of(List<Curve> curves) {
        XYPlot plot = new XYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Style.INK);
        plot.setOutlineStroke(Style.AXIS);
        plot.setDomainGridlinePaint(Style.GRID);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setDomainGridlineStroke(Style.AXIS);
        plot.setRangeGridlineStroke(Style.AXIS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        Range range = range(curves);
        plot.setDomainAxis(axis(domain(curves)));
        plot.setRangeAxis(axis(range));
        bands(plot, curves, range.getLowerBound());
        bounds(plot, curves);
        slopes(plot, curves);
        return plot;
    }

    private LogAxis axis(Range range) {
        LogAxis axis = new LogAxis();
        axis.setSmallestValue(Double.MIN_NORMAL);
        axis.setRange(range);
        axis.setNumberFormatOverride(new PowersOfTen());
        double decades = Math.log10(range.getUpperBound() / range.getLowerBound());
        axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(decades / 7))));
        axis.setTickLabelFont(Style.plain(fontSize));
        axis.setTickLabelPaint(Style.INK);
        axis.setAxisLineVisible(false);
        axis.setMinorTickMarksVisible(false);
        axis.setTickMarkPaint(Style.INK);
        axis.setTickMarkStroke(Style.AXIS);
        return axis;
    }

    /** What the axes of a panel are called. */
    static void name(ValueAxis axis, String name, double size) {
        axis.setLabel(name);
        axis.setLabelFont(Style.plain(size));
        axis.setLabelPaint(Style.INK);
    }

    private static Range domain(List<Curve> curves) {
        double last = curves.stream().flatMap(c -> c.points().stream()).mapToDouble(Point::k).max().orElse(10);
        double first = curves.stream().flatMap(c -> c.points().stream()).mapToDouble(Point::k).min().orElse(1);
        return new Range(first * 0.9, Math.max(last, first * 10) * 1.1);
    }

    private static Range range(List<Curve> curves) {
        double top = positive(curves, Point::mean).max().orElse(1);
        double highest = DoubleStream.concat(positive(curves, Point::bound), positive(curves, Point::high)).max()
                .orElse(top);
        double bottom = positive(curves, Point::mean).filter(g -> g > top * DEEPEST).min().orElse(top / 10);
        return new Range(bottom / 2, Math.max(Math.max(highest, top), bottom * 10) * 2);
    }

    private static DoubleStream positive(List<Curve> curves, ToDoubleFunction<Point> value) {
        return curves.stream().flatMap(c -> c.points().stream()).mapToDouble(value)
                .filter(v -> v > 0 && v < Double.POSITIVE_INFINITY);
    }

    private void bands(XYPlot plot, List<Curve> curves, double bottom) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(0.16f);
        for (Curve curve : curves) {
            YIntervalSeries series = new YIntervalSeries(curve.optimizer());
            int i = data.getSeriesCount();
            for (Point p : curve.points()) {
                if (p.mean() >= bottom) {
                    double high = Math.max(p.high(), bottom);
                    series.add(p.k(), p.mean(), Math.max(bottom, Math.min(p.low(), high)), high);
                }
            }
            data.addSeries(series);
            renderer.setSeriesPaint(i, colours.colour(curve));
            renderer.setSeriesFillPaint(i, colours.colour(curve));
            renderer.setSeriesStroke(i, colours.line(curve));
        }
        plot.setDataset(BAND, data);
        plot.setRenderer(BAND, renderer);
    }

    private void bounds(XYPlot plot, List<Curve> curves) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (Curve curve : curves) {
            XYSeries series = new XYSeries(curve.optimizer());
            curve.points().stream().filter(p -> p.bound() > 0).forEach(p -> series.add(p.k(), p.bound()));
            renderer.setSeriesPaint(data.getSeriesCount(), colours.colour(curve));
            renderer.setSeriesStroke(data.getSeriesCount(), Style.BOUND);
            data.addSeries(series);
        }
        plot.setDataset(BOUND, data);
        plot.setRenderer(BOUND, renderer);
    }

    /** The slopes −1/2 and −1, from the largest first gap. */
    private static void slopes(XYPlot plot, List<Curve> curves) {
        Point start = curves.stream().filter(c -> !c.points().isEmpty()).map(c -> c.points().getFirst())
                .filter(p -> p.mean() > 0).max(Comparator.comparingDouble(Point::mean)).orElse(NOWHERE);
        Range domain = plot.getDomainAxis().getRange();
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (double exponent : new double[]{-0.5, -1}) {
            XYSeries series = new XYSeries(exponent);
            for (double k : new double[]{start.k(), domain.getUpperBound()}) {
                series.add(k, start.mean() * Math.pow(k / start.k(), exponent));
            }
            renderer.setSeriesPaint(data.getSeriesCount(), Style.REFERENCE);
            renderer.setSeriesStroke(data.getSeriesCount(), exponent == -1 ? Style.LINEAR_SLOPE : Style.ROOT_SLOPE);
            data.addSeries(series);
        }
        plot.setDataset(REFERENCE, data);
        plot.setRenderer(REFERENCE, renderer);
    }
}
