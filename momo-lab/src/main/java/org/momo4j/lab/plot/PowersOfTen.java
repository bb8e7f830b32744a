package org.momo4j.lab.plot;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Ticks of logarithmic axes: 10⁻³, with superscripts that are plain text. */
public final class PowersOfTen extends NumberFormat {
    private static final long serialVersionUID = 1;
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
        long exponent = Math.round(Math.log10(number));
        if (exponent == 0 || exponent == 1) {
            return out.append(exponent == 0 ? "1" : "10");
        }
        out.append("10").append(exponent < 0 ? "⁻" : "");
        Long.toString(Math.abs(exponent)).chars().forEach(c -> out.append(DIGITS.charAt(c - '0')));
        return out;
    }

    @Override
    public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
        return format((double) number, out, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("ticks are never read");
    }
}
