package org.momo4j.lab.plot.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.momo4j.lab.plot.Picture;
import org.momo4j.lab.plot.Style;

/**
 * One panel with a title above it and its legend beside it.
 *
 * @param title    large
 * @param subtitle small, below it
 * @param panel    the panel
 * @param lines    what the legend names
 */
record Sheet(String title, String subtitle, XYPlot panel, List<Line> lines) implements Picture {
    static final double TYPE = 13;
    private static final int PANEL_WIDTH = 600;
    private static final int HEIGHT = 440;
    private static final int LETTER_WIDTH = 7;
    private static final int LEGEND_MARGIN = 80;
    private static final Shape SAMPLE = new Line2D.Double(-15, 0, 15, 0);
    private static final Shape NOTHING = new Rectangle2D.Double();

    @Override
    public int width() {
        int longest = lines.stream().mapToInt(l -> l.name().length()).max().orElse(0);
        return PANEL_WIDTH + LEGEND_MARGIN + LETTER_WIDTH * longest;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Graphics2D graphics) {
        JFreeChart chart = new JFreeChart(null, null, panel, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(10, 10, 8, 8));
        chart.setTitle(text(title, true));
        chart.addSubtitle(text(subtitle, false));
        chart.addSubtitle(legend(lines, RectangleEdge.RIGHT));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width(), height()));
    }

    static TextTitle text(String text, boolean head) {
        TextTitle title = new TextTitle(text, head ? Style.bold(TYPE + 2) : Style.plain(TYPE - 1));
        title.setPaint(head ? Style.INK : Style.FAINT_INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(0, 4, head ? 2 : 8, 0));
        return title;
    }

    static LegendTitle legend(List<Line> lines, RectangleEdge edge) {
        LegendItemCollection items = new LegendItemCollection();
        for (Line line : lines) {
            items.add(new LegendItem(line.name(), null, null, null, line.marker().isPresent(),
                    line.marker().orElse(NOTHING), true, line.colour(), false, line.colour(), new BasicStroke(), true,
                    SAMPLE, line.stroke(), line.colour()));
        }
        LegendTitle legend = new LegendTitle(() -> items);
        legend.setPosition(edge);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(Style.plain(TYPE - 1));
        legend.setItemPaint(Style.INK);
        legend.setItemLabelPadding(new RectangleInsets(2, 6, 2, 6));
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 8, 2, 2));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }
}
