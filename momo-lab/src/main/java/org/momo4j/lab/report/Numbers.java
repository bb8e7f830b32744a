package org.momo4j.lab.report;

import java.util.Locale;

/** Numbers as people read them in tables. */
public final class Numbers {
    private Numbers() {}

    /** Three digits or so: {@code 0}, {@code 0.0123}, {@code 1.1e-15}, {@code inf}; a dash for NaN. */
    public static String brief(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 100_000) {
            return Long.toString((long) value);
        }
        return size >= 0.001 && size < 100_000
                ? String.format(Locale.ROOT, "%.4g", value)
                : String.format(Locale.ROOT, "%.1e", value);
    }

    /** All digits, written as a person would: {@code 1} and {@code 1e-8} where Java says 1.0 and 1.0E-8. */
    public static String plain(double value) {
        return Double.toString(value).replace("E", "e").replaceAll("\\.0(?=e|$)", "");
    }
}
