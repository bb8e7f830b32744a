package org.momo4j.lab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The legend of a picture: one entry a method, and one for every kind of line. */
final class Legend {
    private static final Shape LINE = new Line2D.Double(-13, 0, 13, 0);
    private static final Shape PATCH = new Rectangle2D.Double(-13, -4, 26, 8);

    private Legend() {}

    /**
     * The legend.
     *
     * @param methods what the methods are called in it, by method
     * @param colours of the methods
     * @param edge    where it stands
     * @param size    of the type
     */
    static LegendTitle of(Map<String, String> methods, MethodColours colours, RectangleEdge edge, double size) {
        LegendItemCollection items = items(methods, colours);
        LegendTitle legend = new LegendTitle(() -> items);
        legend.setPosition(edge);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(Style.plain(size));
        legend.setItemPaint(Style.INK);
        legend.setItemLabelPadding(new RectangleInsets(1.5, 4, 1.5, 6));
        legend.setLegendItemGraphicPadding(new RectangleInsets(1.5, 4, 1.5, 2));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }

    private static LegendItemCollection items(Map<String, String> methods, MethodColours colours) {
        LegendItemCollection items = new LegendItemCollection();
        methods.forEach((method, name) -> items.add(line(name, colours.line(method), colours.colour(method))));
        items.add(new LegendItem("10-90% of runs", null, null, null, PATCH, Style.faint(Style.INK, 0.16)));
        items.add(line("bound of theory", Style.BOUND, Style.INK));
        items.add(line("slope -1/2".replace('-', '−'), Style.ROOT_SLOPE, Style.REFERENCE));
        items.add(line("slope -1".replace('-', '−'), Style.LINEAR_SLOPE, Style.REFERENCE));
        return items;
    }

    private static LegendItem line(String name, Stroke stroke, Color colour) {
        LegendItem item = new LegendItem(name, null, null, null, false, PATCH, false, colour, false, colour,
                new BasicStroke(), true, LINE, stroke, colour);
        return item;
    }
}
