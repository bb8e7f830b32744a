package org.momo4j.lab.plot.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.momo4j.lab.page.data.Curve;
import org.momo4j.lab.page.data.Section;
import org.momo4j.lab.page.data.Setting;
import org.momo4j.lab.page.data.Step;
import org.momo4j.lab.plot.Picture;
import org.momo4j.lab.report.Numbers;

/** The pictures of one objective, by name; those that have nothing to show are left out. */
public final class SectionPictures {
    private static final double TYPE = Sheet.TYPE;
    /** With more methods than there are dashes and colours a picture is no picture any more. */
    private static final int MOST_METHODS = 12;
    private static final String SEEDS = "median over seeds, band from 10% to 90% of the runs";

    private final Section section;
    private final MethodLooks looks;
    private final List<String> methods;

    /** The pictures of a section, with the looks that methods have in all of them. */
    public SectionPictures(Section section, MethodLooks looks) {
        this.section = section;
        this.looks = looks;
        methods = section.methods().stream()
                .sorted(Comparator.comparingDouble(
                        m -> section.best(m).map(s -> section.score().cost(s.score().median())).orElse(Double.NaN)))
                .limit(MOST_METHODS).sorted(Comparator.comparingInt(looks.methods()::indexOf)).toList();
    }

    /** The pictures. */
    public Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        stability().ifPresent(p -> pictures.put("lr-stability", p));
        curves(false).ifPresent(p -> pictures.put("curves", p));
        steps().ifPresent(p -> pictures.put("step-sizes", p));
        bounds().ifPresent(p -> pictures.put("bounds", p));
        curves(true).ifPresent(p -> pictures.put("convergence", p));
        return pictures;
    }

    private String score() {
        return section.score().name().replace('_', ' ');
    }

    private Line line(String method, String name, boolean marked, List<Line.Point> points) {
        return new Line(name, looks.colour(method), looks.stroke(method),
                marked ? Optional.of(looks.marker(method)) : Optional.empty(), points);
    }

    private Optional<Picture> stability() {
        List<Line> lines = new ArrayList<>();
        for (String method : methods) {
            List<Line.Point> points = section.of(method).stream()
                    .filter(s -> Double.isFinite(s.rate()) && s.rate() > 0 && !Double.isNaN(s.score().median()))
                    .map(s -> new Line.Point(s.rate(), s.score().q10(), s.score().median(), s.score().q90(),
                            s.diverged()))
                    .toList();
            if (!points.isEmpty()) {
                lines.add(line(method, method, true, points));
            }
        }
        return sheet("Learning-rate stability", SEEDS + "; above, runs that diverged", lines,
                new Scales("learning rate", true, "final " + score(), !section.score().isMoreBetter())).map(s -> s);
    }

    private static String named(Setting setting) {
        return Double.isNaN(setting.rate())
                ? setting.method()
                : setting.method() + ", lr " + Numbers.plain(setting.rate()).replace("Infinity", "∞");
    }

    private Optional<Picture> curves(boolean convergence) {
        List<Line> lines = new ArrayList<>();
        for (Setting best : best()) {
            List<Line.Point> points = Optional.ofNullable(best.curves().get(section.score().name())).map(Curve::points)
                    .orElse(List.of()).stream()
                    .filter(p -> !Double.isNaN(p.value().median()) && (!convergence || p.step() > 0))
                    .map(p -> new Line.Point(p.step(), p.value().q10(), p.value().median(), p.value().q90(), 0))
                    .toList();
            if (points.size() > 1) {
                lines.add(line(best.method(), named(best), false, points));
            }
        }
        return sheet(convergence ? "Convergence" : "Training curves", "each method at its best learning rate; " + SEEDS,
                lines, new Scales("step", convergence, score(), !section.score().isMoreBetter())).map(sheet -> {
                    if (convergence && !section.score().isMoreBetter()) {
                        slopes(sheet.panel(), lines);
                    }
                    return sheet;
                });
    }

    /** How fast K^(-1/2) and K^(-1) fall, from the largest value at the first step. */
    private static void slopes(XYPlot plot, List<Line> lines) {
        Range x = plot.getDomainAxis().getRange();
        double first = lines.stream().mapToDouble(l -> l.points().getFirst().x()).min().orElse(1);
        double top = lines.stream().map(l -> l.points().getFirst()).filter(p -> p.x() == first)
                .mapToDouble(Line.Point::y).filter(Double::isFinite).max().orElse(1);
        DoubleStream.of(-1.0 / 2, -1).forEach(exponent -> LinePanel.reference(plot,
                exponent == -1 ? "slope −1" : "slope −1/2", new double[]{first, top},
                new double[]{x.getUpperBound(), top * Math.pow(x.getUpperBound() / first, exponent)}, TYPE));
    }

    private List<Setting> best() {
        return methods.stream().flatMap(m -> section.best(m).stream()).toList();
    }

    private Optional<Picture> bounds() {
        List<Line> lines = best().stream().filter(s -> s.has(Step::lowerBound))
                .map(s -> line(s.method(), named(s), false, s.steps().stream()
                        .filter(p -> Double.isFinite(p.lowerBound())).map(p -> Line.Point.at(p.k(), p.lowerBound()))
                        .toList()))
                .filter(l -> l.points().size() > 1).toList();
        return sheet("Lower bounds of the loss", "as each method takes them at its best learning rate; first seed",
                lines, new Scales("step", true, "lower bound", false)).map(sheet -> {
                    if (Double.isFinite(section.optimum())) {
                        Range x = sheet.panel().getDomainAxis().getRange();
                        LinePanel.reference(sheet.panel(), "optimal value",
                                new double[]{x.getLowerBound(), section.optimum()},
                                new double[]{x.getUpperBound(), section.optimum()}, TYPE);
                    }
                    return sheet;
                });
    }

    private Optional<Picture> steps() {
        List<Setting> adaptive = best().stream().filter(s -> s.has(Step::adaptiveTerm)).toList();
        return adaptive.isEmpty() ? Optional.empty() : Optional.of(new StepSizes(section.objective(), adaptive));
    }

    private Optional<Sheet> sheet(String title, String subtitle, List<Line> lines, Scales scales) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sheet(title + " · " + section.objective(), subtitle,
                new LinePanel(lines, scales, TYPE).plot(), lines));
    }
}
