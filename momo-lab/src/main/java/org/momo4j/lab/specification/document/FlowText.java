package org.momo4j.lab.specification.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.momo4j.lab.report.Numbers;

/** Writes values as YAML on one line. */
public final class FlowText {
    private static final String PLAIN = "[A-Za-z][A-Za-z0-9_-]*";
    private static final String NOTHING = "null";

    private FlowText() {}

    /** The text of a number, truth, text, list, or mapping by texts. */
    public static String of(Object value) {
        return switch (value) {
            case Double number -> Numbers.plain(number).replace("Infinity", ".inf");
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case List<?> list -> list.stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> map.entrySet().stream().map(e -> text(e.getKey().toString()) + ": "
                    + of(e.getValue())).collect(Collectors.joining(", ", "{", "}"));
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        return text.matches(PLAIN) && !text.equals(NOTHING) ? text : quoted(text);
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(c -> switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> c < ' ' || c >= 0x7f ? "\\u%04x".formatted(c) : Character.toString(c);
        }).collect(Collectors.joining("", "\"", "\""));
    }
}
