package org.momo4j.lab.plot.sweep;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.momo4j.lab.plot.Style;

/** Lines with bands and markers between two axes; runs that diverged stand in a strip above, with their number. */
final class LinePanel {
    private static final Color STRIP = new Color(0xFBEAE4);
    private static final float BAND_ALPHA = 0.15f;
    private static final double ROW = 0.06;
    /** Data sets: the first is drawn last. */
    private static final int MARKS = 0;
    private static final int LINES = 1;
    private static final int REFERENCES = 2;
    private static final int COUNTS = 3;

    private final List<Line> lines;
    private final Scales scales;
    private final double type;

    LinePanel(List<Line> lines, Scales scales, double type) {
        this.lines = lines;
        this.scales = scales;
        this.type = type;
    }

    XYPlot plot() {
        XYPlot plot = new XYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Style.INK);
        plot.setOutlineStroke(Style.AXIS);
        plot.setDomainGridlinePaint(Style.GRID);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setDomainGridlineStroke(Style.AXIS);
        plot.setRangeGridlineStroke(Style.AXIS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        DoubleStream xs = lines.stream().flatMap(l -> l.points().stream()).mapToDouble(Line.Point::x);
        Range values = Axes.range(lines.stream().flatMapToDouble(Line::values), scales.logY());
        List<Line> diverged = lines.stream().filter(Line::hasDiverged).toList();
        Range all = diverged.isEmpty()
                ? values
                : new Range(values.getLowerBound(), above(values, ROW * (diverged.size() + 0.5)));
        plot.setDomainAxis(Axes.of(Axes.range(xs, scales.logX()), scales.logX(), scales.x(), type));
        plot.setRangeAxis(Axes.of(all, scales.logY(), scales.y(), type));
        lines(plot, values);
        marks(plot, values);
        if (!diverged.isEmpty()) {
            strip(plot, values, all);
            for (int i = 0; i < diverged.size(); i++) {
                counts(plot, COUNTS + i, diverged.get(i), above(values, ROW * (diverged.size() - i - 0.25)));
            }
        }
        return plot;
    }

    /** The place so far above a range, as a share of it. */
    private double above(Range range, double share) {
        return scales.logY()
                ? range.getUpperBound() * Math.pow(range.getUpperBound() / range.getLowerBound(), share)
                : range.getUpperBound() + share * range.getLength();
    }

    private void lines(XYPlot plot, Range range) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(BAND_ALPHA);
        for (Line line : lines) {
            YIntervalSeries series = new YIntervalSeries(line.name());
            int i = data.getSeriesCount();
            List<Line.Point> points = line.points();
            for (int p = 0; p < points.size(); p++) {
                Line.Point point = points.get(p);
                if (Double.isFinite(point.y()) || leaves(points, p)) {
                    series.add(point.x(), range.constrain(point.y()), range.constrain(point.low()),
                            range.constrain(point.high()));
                }
            }
            data.addSeries(series);
            renderer.setSeriesPaint(i, line.colour());
            renderer.setSeriesFillPaint(i, line.colour());
            renderer.setSeriesStroke(i, line.stroke());
        }
        plot.setDataset(LINES, data);
        plot.setRenderer(LINES, renderer);
    }

    /** Whether the median is infinite here and finite beside it: the line goes to the edge. */
    private static boolean leaves(List<Line.Point> points, int at) {
        return Double.isInfinite(points.get(at).y())
                && (at > 0 && Double.isFinite(points.get(at - 1).y())
                        || at + 1 < points.size() && Double.isFinite(points.get(at + 1).y()));
    }

    private void marks(XYPlot plot, Range range) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (Line line : lines) {
            line.marker().ifPresent(marker -> {
                XYSeries series = new XYSeries(line.name());
                line.points().stream().filter(p -> Double.isFinite(p.y()))
                        .forEach(p -> series.add(p.x(), range.constrain(p.y())));
                renderer.setSeriesPaint(data.getSeriesCount(), line.colour());
                renderer.setSeriesShape(data.getSeriesCount(), marker);
                data.addSeries(series);
            });
        }
        plot.setDataset(MARKS, data);
        plot.setRenderer(MARKS, renderer);
    }

    private void strip(XYPlot plot, Range values, Range all) {
        IntervalMarker strip = new IntervalMarker(values.getUpperBound(), all.getUpperBound(), STRIP);
        strip.setAlpha(1);
        strip.setLabel("diverged");
        strip.setLabelFont(Style.plain(type - 1));
        strip.setLabelPaint(Style.FAINT_INK);
        strip.setLabelBackgroundColor(STRIP);
        strip.setLabelAnchor(RectangleAnchor.LEFT);
        strip.setLabelTextAnchor(TextAnchor.CENTER_LEFT);
        plot.addRangeMarker(LINES, strip, Layer.BACKGROUND);
    }

    private void counts(XYPlot plot, int place, Line line, double y) {
        XYSeriesCollection data = new XYSeriesCollection(new XYSeries(line.name()));
        for (Line.Point p : line.points()) {
            if (p.diverged() > 0) {
                data.getSeries(0).add(p.x(), y);
                XYTextAnnotation count = new XYTextAnnotation("   " + p.diverged(), p.x(), y);
                count.setFont(Style.plain(type - 2));
                count.setPaint(Style.INK);
                count.setTextAnchor(TextAnchor.CENTER_LEFT);
                plot.addAnnotation(count);
            }
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(0, line.colour());
        line.marker().ifPresent(marker -> renderer.setSeriesShape(0, marker));
        plot.setDataset(place, data);
        plot.setRenderer(place, renderer);
    }

    /** Adds a thin line from one point to another, and what it is called beside its end. */
    static void reference(XYPlot plot, String name, double[] from, double[] to, double type) {
        XYSeriesCollection data = plot.getDataset(REFERENCES) instanceof XYSeriesCollection there
                ? there
                : new XYSeriesCollection();
        XYSeries series = new XYSeries(name);
        series.add(from[0], from[1]);
        series.add(to[0], to[1]);
        data.addSeries(series);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < data.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, Style.REFERENCE);
            renderer.setSeriesStroke(i, Style.ROOT_SLOPE);
        }
        plot.setDataset(REFERENCES, data);
        plot.setRenderer(REFERENCES, renderer);
        XYTextAnnotation text = new XYTextAnnotation(name + " ", to[0], to[1]);
        text.setFont(Style.plain(type - 2));
        text.setPaint(Style.FAINT_INK);
        text.setTextAnchor(TextAnchor.BOTTOM_RIGHT);
        plot.addAnnotation(text);
    }
}
