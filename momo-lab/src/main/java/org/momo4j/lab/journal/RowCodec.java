package org.momo4j.lab.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.StepReport;
import org.momo4j.lab.experiment.Outcome;

/**
 * Rows as JSON and back, to the last bit. JSON has no NaN and no infinities: they are the texts {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class RowCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RowCodec() {}

    /** The line of a row, without a line end. */
    public static String write(Row row) {
        ObjectNode node = JSON.createObjectNode();
        switch (row) {
            case Row.Evaluated(long step, double epoch, Map<String, Double> metrics, double seconds) -> {
                node.put("row", "evaluated").put("step", step);
                put(node, "epoch", epoch);
                ObjectNode values = node.putObject("metrics");
                metrics.forEach((name, value) -> put(values, name, value));
                put(node, "seconds", seconds);
            }
            case Row.Stepped(StepReport report) -> write(node, report);
            case Row.Ended(Outcome outcome) -> {
                node.put("row", "ended").put("status", spell(outcome.status())).put("step", outcome.step())
                        .put("reason", outcome.reason());
                put(node, "seconds", outcome.seconds());
            }
        }
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ObjectNode node, StepReport report) {
        node.put("row", "stepped").put("step", report.k());
        put(node, "loss", report.loss());
        put(node, "learningRate", report.learningRate());
        put(node, "stepSize", report.stepSize());
        put(node, "adaptiveTerm", report.adaptiveTerm());
        put(node, "cap", report.cap());
        node.put("acted", spell(report.acted()));
        put(node, "rho", report.rho());
        put(node, "lowerBound", report.lowerBound());
        put(node, "modelValue", report.modelValue());
        put(node, "directionNorm", report.directionNorm());
        if (!report.extras().isEmpty()) {
            ObjectNode extras = node.putObject("extras");
            report.extras().forEach((name, value) -> put(extras, name, value));
        }
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.put(name, Double.toString(value));
        }
    }

    private static String spell(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(JsonNode node, String name) {
        return field(node, name).asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * The row of a line.
     *
     * @throws IllegalArgumentException if the line is no row
     */
    public static Row read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return switch (field(node, "row").asText()) {
                case "evaluated" -> evaluated(node);
                case "stepped" -> new Row.Stepped(report(node));
                case "ended" -> new Row.Ended(new Outcome(Outcome.Status.valueOf(constant(node, "status")),
                        field(node, "step").asLong(), field(node, "reason").asText(), number(node, "seconds")));
                default -> throw new IllegalArgumentException("\"row\" is " + field(node, "row")
                        + "; it must be evaluated, stepped or ended");
            };
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static Row evaluated(JsonNode node) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        JsonNode values = field(node, "metrics");
        values.fieldNames().forEachRemaining(name -> metrics.put(name, number(values, name)));
        return new Row.Evaluated(field(node, "step").asLong(), number(node, "epoch"), metrics,
                number(node, "seconds"));
    }

    private static StepReport report(JsonNode node) {
        StepReport.Builder report = new StepReport.Builder().k(field(node, "step").asLong())
                .loss(number(node, "loss")).learningRate(number(node, "learningRate"))
                .stepSize(number(node, "stepSize")).adaptiveTerm(number(node, "adaptiveTerm"))
                .cap(number(node, "cap")).acted(Acted.valueOf(constant(node, "acted"))).rho(number(node, "rho"))
                .lowerBound(number(node, "lowerBound")).modelValue(number(node, "modelValue"))
                .directionNorm(number(node, "directionNorm"));
        JsonNode extras = node.path("extras");
        extras.fieldNames().forEachRemaining(name -> report.extra(name, number(extras, name)));
        return report.build();
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return field;
    }

    private static double number(JsonNode node, String name) {
        JsonNode field = field(node, name);
        return field.isTextual() ? Double.parseDouble(field.asText()) : field.asDouble();
    }
}
