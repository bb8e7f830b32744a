package org.momo4j.api.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval of real numbers, infinite ends included where it is closed there. NaN lies in none.
 *
 * @param text       as written
 * @param from       lower end
 * @param fromClosed whether {@code from} belongs to it
 * @param to         upper end
 * @param toClosed   whether {@code to} belongs to it
 */
public record Interval(String text, double from, boolean fromClosed, double to, boolean toClosed) {
    private static final Pattern SYNTAX = Pattern.compile("([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([\\])])");

    /** Every number but NaN. */
    public static final Interval ALL = of("[-inf, inf]");

    /**
     * Reads {@code "[0, 1)"}; {@code inf} and {@code -inf} are ends too.
     *
     * @throws IllegalArgumentException if the text is no interval, or one that holds no number
     */
    public static Interval of(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw refused(text);
        }
        boolean fromClosed = matcher.group(1).equals("[");
        boolean toClosed = matcher.group(4).equals("]");
        double from = end(text, matcher.group(2));
        double to = end(text, matcher.group(3));
        if (!(from < to || from == to && fromClosed && toClosed)) { // empty, or NaN is an end
            throw refused(text);
        }
        return new Interval(text, from, fromClosed, to, toClosed);
    }

    /** Whether the number lies in this interval. */
    public boolean contains(double number) {
        return (fromClosed ? number >= from : number > from) && (toClosed ? number <= to : number < to);
    }

    private static double end(String text, String end) {
        return switch (end) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(end);
                } catch (NumberFormatException e) {
                    throw refused(text);
                }
            }
        };
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no interval; write it like \"[0, 1)\"");
    }

    @Override
    public String toString() {
        return text;
    }
}
