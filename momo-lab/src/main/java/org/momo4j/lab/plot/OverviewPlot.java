package org.momo4j.lab.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.data.Range;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;

/** All problems at a glance: a small panel each, with the methods that have nothing but their β set, without a cap. */
public final class OverviewPlot implements Picture {
    private static final int COLUMNS = 4;
    private static final int TILE_WIDTH = 270;
    private static final int TILE_HEIGHT = 215;
    private static final int MARGIN = 10;
    private static final int FEWEST_COLUMNS = 2;
    private static final int CAPTION_HEIGHT = 24;
    private static final int TALLEST_LEGEND = 1000;
    private static final double TYPE = 11.5;
    private static final String CAPTION = "mean gap f(x) − f* against step K, without a cap (α = ∞)";

    /** A problem with the curves that are shown. */
    private record Tile(ProblemResult result, List<Curve> curves) {}

    private final MethodColours colours;
    private final List<Tile> tiles = new ArrayList<>();
    private final Map<String, String> methods = new LinkedHashMap<>();
    private final LegendTitle legend;
    private final Size2D legendSize;

    /** A picture of all these problems. */
    public OverviewPlot(List<ProblemResult> results, MethodColours colours) {
        this.colours = colours;
        for (ProblemResult result : results) {
            List<Curve> shown = shown(result);
            if (!shown.isEmpty()) {
                tiles.add(new Tile(result, shown));
                shown.stream().map(CurveLabel::of).forEach(l -> methods.put(l.method(), l.pretty()));
            }
        }
        legend = Legend.of(methods, colours, RectangleEdge.BOTTOM, TYPE - 1);
        legendSize = arrange(legend, width() - 2 * MARGIN);
    }

    /** Breaks the legend into rows: only then is it known how tall the picture is. */
    private static Size2D arrange(LegendTitle legend, int width) {
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return legend.arrange(measure,
                    new RectangleConstraint(new Range(0, width), new Range(0, TALLEST_LEGEND)));
        } finally {
            measure.dispose();
        }
    }

    private static List<Curve> shown(ProblemResult result) {
        List<Curve> drawn = DrawnCurves.of(result);
        if (drawn.isEmpty()) {
            return List.of();
        }
        String rate = CurveLabel.of(drawn.getFirst()).rate();
        List<Curve> uncapped = drawn.stream().filter(c -> CurveLabel.of(c).rate().equals(rate)).toList();
        List<Curve> basic = uncapped.stream().filter(c -> CurveLabel.of(c).isBasic()).toList();
        return basic.isEmpty() ? uncapped : basic;
    }

    private int columns() {
        return Math.clamp(tiles.size(), FEWEST_COLUMNS, COLUMNS);
    }

    @Override
    public int width() {
        return 2 * MARGIN + columns() * TILE_WIDTH;
    }

    @Override
    public int height() {
        return 2 * MARGIN + Math.ceilDiv(Math.max(1, tiles.size()), columns()) * TILE_HEIGHT + CAPTION_HEIGHT
                + (int) Math.ceil(legendSize.height);
    }

    @Override
    public void draw(Graphics2D graphics) {
        Panel panels = new Panel(colours, TYPE - 2);
        for (int i = 0; i < tiles.size(); i++) {
            double x = MARGIN + (i % columns()) * (double) TILE_WIDTH;
            double y = MARGIN + (i / columns()) * (double) TILE_HEIGHT;
            chart(tiles.get(i), panels).draw(graphics, new Rectangle2D.Double(x, y, TILE_WIDTH, TILE_HEIGHT));
        }
        legend(graphics);
    }

    private static JFreeChart chart(Tile tile, Panel panels) {
        XYPlot plot = panels.of(tile.curves());
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(2, 4, 4, 6));
        TextTitle title = new TextTitle(tile.result().problem().name(), Style.bold(TYPE));
        title.setPaint(Style.INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(0, 4, 3, 0));
        chart.setTitle(title);
        return chart;
    }

    private void legend(Graphics2D graphics) {
        double width = width() - 2.0 * MARGIN;
        double y = height() - MARGIN - legendSize.height;
        graphics.setFont(Style.plain(TYPE));
        graphics.setColor(Style.FAINT_INK);
        double captionWidth = graphics.getFontMetrics().stringWidth(CAPTION);
        graphics.drawString(CAPTION, (float) (MARGIN + (width - captionWidth) / 2), (float) y - 6);
        legend.draw(graphics, new Rectangle2D.Double(MARGIN + (width - legendSize.width) / 2, y, legendSize.width,
                legendSize.height));
    }
}
