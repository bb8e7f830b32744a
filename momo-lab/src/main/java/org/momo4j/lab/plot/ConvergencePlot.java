package org.momo4j.lab.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.momo4j.convex.verify.Curve;
import org.momo4j.convex.verify.ProblemResult;
import org.momo4j.lab.report.Counted;

/** The curves of one problem: a panel for every learning rate, a colour for every method. */
public final class ConvergencePlot implements Picture {
    private static final int PANEL_WIDTH = 430;
    private static final int LEGEND_WIDTH = 250;
    private static final int HEIGHT = 430;
    private static final double TYPE = 13;

    private final ProblemResult result;
    private final MethodColours colours;
    private final List<Curve> drawn;
    private final Map<String, List<Curve>> byRate = new LinkedHashMap<>();
    private final Map<String, String> methods = new LinkedHashMap<>();

    /** A picture of what was measured on one problem. */
    public ConvergencePlot(ProblemResult result, MethodColours colours) {
        this.result = result;
        this.colours = colours;
        drawn = DrawnCurves.of(result);
        for (Curve curve : drawn) {
            CurveLabel label = CurveLabel.of(curve);
            byRate.computeIfAbsent(label.rate(), r -> new java.util.ArrayList<>()).add(curve);
            methods.put(label.method(), label.pretty());
        }
    }

    @Override
    public int width() {
        return LEGEND_WIDTH + PANEL_WIDTH * byRate.size();
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Graphics2D graphics) {
        chart().draw(graphics, new Rectangle2D.Double(0, 0, width(), height()));
    }

    private JFreeChart chart() {
        Panel panels = new Panel(colours, TYPE - 1);
        CombinedRangeXYPlot both = new CombinedRangeXYPlot();
        both.setGap(18);
        byRate.forEach((rate, curves) -> {
            XYPlot plot = panels.of(curves);
            String head = CurveLabel.of(curves.getFirst()).prettyRate();
            Panel.name(plot.getDomainAxis(), head.isEmpty() ? "step K" : "step K,  " + head, TYPE);
            both.add(plot);
        });
        ValueAxis range = panels.of(drawn).getRangeAxis();
        Panel.name(range, "mean gap f(x) − f*", TYPE);
        both.setRangeAxis(range);
        JFreeChart chart = new JFreeChart(null, null, both, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(10, 10, 8, 8));
        chart.setTitle(title(result.problem().name(), true));
        chart.addSubtitle(title(result.problem().description() + "   ("
                + Counted.of(result.samples(), "sample") + ", " + Counted.of(result.dimension(), "parameter") + ")",
                false));
        chart.addSubtitle(Legend.of(methods, colours, RectangleEdge.RIGHT, TYPE - 1));
        return chart;
    }

    private static TextTitle title(String text, boolean head) {
        TextTitle title = new TextTitle(text, head ? Style.bold(TYPE + 2) : Style.plain(TYPE - 1));
        title.setPaint(head ? Style.INK : Style.FAINT_INK);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(0, 4, head ? 2 : 8, 0));
        return title;
    }
}
