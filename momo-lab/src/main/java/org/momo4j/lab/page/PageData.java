package org.momo4j.lab.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.momo4j.api.step.Acted;
import org.momo4j.lab.page.data.Curve;
import org.momo4j.lab.page.data.Report;
import org.momo4j.lab.page.data.RunLine;
import org.momo4j.lab.page.data.Section;
import org.momo4j.lab.page.data.Setting;
import org.momo4j.lab.page.data.Step;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.result.summary.Metric;

/**
 * A report as the JSON that the page's script reads. Scores are exact, curves have five digits; NaN is {@code null}, infinities
 * are texts. Methods and what acted are numbers: places in the lists at the top.
 */
final class PageData {
    private static final MathContext DIGITS = new MathContext(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOSS = "train_loss";

    private final Report report;

    PageData(Report report) {
        this.report = report;
    }

    /** The document, safe to stand in a script element. */
    String json() {
        ObjectNode root = JSON.createObjectNode().put("experiment", report.experiment());
        report.notes().forEach(root.putArray("notes")::add);
        report.methods().forEach(root.putArray("methods")::add);
        ArrayNode acted = root.putArray("acted");
        for (Acted what : Acted.values()) {
            acted.add(what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        ArrayNode sections = root.putArray("sections");
        report.sections().forEach(s -> section(sections.addObject(), s));
        try {
            return JSON.writeValueAsString(root).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void section(ObjectNode node, Section section) {
        node.put("name", section.objective()).put("score", section.score().name()).put("moreIsBetter",
                section.score().isMoreBetter());
        exact(node, "optimum", section.optimum());
        section.metrics().forEach(node.putArray("metrics")::add);
        ArrayNode settings = node.putArray("settings");
        ArrayNode runs = node.putArray("runs");
        for (Setting setting : section.settings()) {
            setting(settings.addObject(), setting);
            setting.runs().forEach(r -> run(runs.addArray(), setting, r, section.score()));
        }
    }

    private void setting(ObjectNode node, Setting setting) {
        node.put("method", report.methods().indexOf(setting.method()));
        exact(node, "rate", setting.rate());
        node.put("rateText", spell(setting.rate())).put("runs", setting.runs().size());
        ObjectNode status = node.putObject("status");
        setting.status().forEach(status::put);
        exact(node, "median", setting.score().median());
        exact(node, "low", setting.score().q10());
        exact(node, "high", setting.score().q90());
        ArrayNode shares = node.putArray("shares");
        for (Acted what : Acted.values()) {
            shares.add(setting.acted().getOrDefault(what, 0));
        }
        ObjectNode curves = node.putObject("curves");
        setting.curves().forEach((metric, curve) -> curve(curves.putObject(metric), curve));
        if (!setting.steps().isEmpty()) {
            steps(node.putObject("steps").put("seed", setting.runs().getFirst().seed()), setting.steps());
        }
    }

    private static void curve(ObjectNode node, Curve curve) {
        ArrayNode steps = node.putArray("step");
        curve.points().forEach(p -> steps.add(p.step()));
        brief(node.putArray("median"), curve.points(), p -> p.value().median());
        brief(node.putArray("low"), curve.points(), p -> p.value().q10());
        brief(node.putArray("high"), curve.points(), p -> p.value().q90());
    }

    private static void steps(ObjectNode node, List<Step> steps) {
        ArrayNode k = node.putArray("k");
        ArrayNode acted = node.putArray("acted");
        steps.forEach(s -> k.add(s.k()));
        steps.forEach(s -> acted.add(s.acted().ordinal()));
        brief(node.putArray("size"), steps, Step::stepSize);
        brief(node.putArray("term"), steps, Step::adaptiveTerm);
        brief(node.putArray("cap"), steps, Step::cap);
        brief(node.putArray("bound"), steps, Step::lowerBound);
        brief(node.putArray("loss"), steps, Step::loss);
    }

    /** The order is that of the columns that the script reads. */
    private void run(ArrayNode row, Setting setting, RunLine run, Metric score) {
        row.add(run.name()).add(report.methods().indexOf(setting.method()));
        exact(row, setting.rate());
        row.add(spell(setting.rate())).add(run.seed()).add(run.status()).add(run.steps());
        exact(row, run.score(score));
        exact(row, run.last().getOrDefault(LOSS, Double.NaN));
        rounded(row, run.seconds());
        row.add(run.reason());
    }

    private static String spell(double rate) {
        return Double.isNaN(rate) ? "–" : Double.isInfinite(rate) ? "∞" : Numbers.plain(rate);
    }

    private static <T> void brief(ArrayNode node, List<T> items, ToDoubleFunction<T> value) {
        items.forEach(item -> rounded(node, value.applyAsDouble(item)));
    }

    private static void rounded(ArrayNode node, double value) {
        exact(node, Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value);
    }

    private static void exact(ArrayNode node, double value) {
        if (Double.isNaN(value)) {
            node.addNull();
        } else if (Double.isInfinite(value)) {
            node.add(Double.toString(value));
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            node.add((long) value);
        } else {
            node.add(value);
        }
    }

    private static void exact(ObjectNode node, String name, double value) {
        ArrayNode one = JSON.createArrayNode();
        exact(one, value);
        node.set(name, one.get(0));
    }
}
