package org.momo4j.lab.plot.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.momo4j.api.step.Acted;
import org.momo4j.lab.page.data.Setting;
import org.momo4j.lab.page.data.Step;
import org.momo4j.lab.plot.Picture;
import org.momo4j.lab.plot.Style;
import org.momo4j.lab.report.Numbers;

/**
 * A panel for every method with an adaptive step size: the step beside cap and adaptive term, and how often each acted.
 *
 * @param objective what is minimised
 * @param settings  one a panel
 */
record StepSizes(String objective, List<Setting> settings) implements Picture {
    private static final int COLUMNS = 2;
    private static final int TILE_WIDTH = 440;
    private static final int TILE_HEIGHT = 290;
    private static final int HEAD = 56;
    private static final int FOOT = 34;
    private static final int MARGIN = 10;
    private static final double TYPE = Sheet.TYPE - 1;

    StepSizes {
        settings = List.copyOf(settings);
    }

    private int columns() {
        return Math.min(COLUMNS, settings.size());
    }

    @Override
    public int width() {
        return 2 * MARGIN + Math.max(columns() * TILE_WIDTH, TILE_WIDTH + TILE_WIDTH / 2);
    }

    @Override
    public int height() {
        return HEAD + FOOT + TILE_HEIGHT * Math.ceilDiv(settings.size(), columns());
    }

    @Override
    public void draw(Graphics2D graphics) {
        graphics.setFont(Style.bold(Sheet.TYPE + 2));
        graphics.setColor(Style.INK);
        graphics.drawString("Step size against cap · " + objective, MARGIN + 4, 27);
        graphics.setFont(Style.plain(TYPE));
        graphics.setColor(Style.FAINT_INK);
        graphics.drawString(
                "each method at its best learning rate, first seed; in which share of the steps in the journals each acted",
                MARGIN + 4, 46);
        double tile = (width() - 2.0 * MARGIN) / columns();
        for (int i = 0; i < settings.size(); i++) {
            double x = MARGIN + (i % columns()) * tile;
            double y = HEAD + (i / columns()) * (double) TILE_HEIGHT;
            chart(settings.get(i)).draw(graphics, new Rectangle2D.Double(x, y, tile, TILE_HEIGHT));
        }
        LegendTitle legend = Sheet.legend(lines(settings.getFirst()), RectangleEdge.BOTTOM);
        Rectangle2D place = new Rectangle2D.Double(MARGIN, height() - (double) FOOT, width() - 2.0 * MARGIN, FOOT);
        legend.arrange(graphics, new org.jfree.chart.block.RectangleConstraint(place.getWidth(), place.getHeight()));
        legend.draw(graphics, place);
    }

    private static JFreeChart chart(Setting setting) {
        JFreeChart chart = new JFreeChart(null, null,
                new LinePanel(lines(setting), new Scales("step", false, "step size", true), TYPE).plot(), false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(4, 4, 4, 10));
        TextTitle title = Sheet.text(
                setting.method() + ", lr " + Numbers.plain(setting.rate()).replace("Infinity", "∞"),
                true);
        title.setFont(Style.bold(TYPE));
        chart.setTitle(title);
        TextTitle shares = Sheet.text(shares(setting.acted()), false);
        shares.setPadding(new RectangleInsets(0, 4, 4, 0));
        chart.addSubtitle(shares);
        return chart;
    }

    private static String shares(Map<Acted, Integer> acted) {
        double all = acted.values().stream().mapToInt(Integer::intValue).sum();
        return acted.entrySet().stream()
                .map(e -> e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + String.format(Locale.ROOT, "%.1f%%", 100 * e.getValue() / all))
                .collect(Collectors.joining(", "));
    }

    private static List<Line> lines(Setting setting) {
        return List.of(
                line("step size", Style.faint(Style.INK, 0.25),
                        new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND), setting, Step::stepSize),
                line("cap (from the learning rate)", Style.colour(0), Style.dashed(1.8f, 7, 4), setting, Step::cap),
                line("adaptive term", Style.colour(1), Style.dashed(1.8f, 2, 2.5f), setting, Step::adaptiveTerm));
    }

    private static Line line(String name, Color colour, Stroke stroke, Setting setting,
            ToDoubleFunction<Step> value) {
        return new Line(name, colour, stroke, Optional.empty(),
                setting.steps().stream().map(s -> Line.Point.at(s.k(), value.applyAsDouble(s)))
                        .filter(p -> Double.isFinite(p.y()) && p.y() > 0).toList());
    }
}
