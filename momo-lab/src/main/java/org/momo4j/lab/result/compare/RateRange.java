package org.momo4j.lab.result.compare;

import java.util.List;
import java.util.function.DoublePredicate;
import org.momo4j.lab.result.summary.Setting;

/**
 * Neighbouring learning rates of the grid that are all good.
 *
 * @param least   the smallest of them; NaN if there is none
 * @param most    the largest of them; NaN if there is none
 * @param decades log10(most/least): 0 for a single one; NaN if there is none
 * @param open    whether the range ends where the grid does: it may be wider
 */
public record RateRange(double least, double most, double decades, boolean open) {
    /** Neither a rate nor a width. */
    private static final RateRange NONE = new RateRange(Double.NaN, Double.NaN, Double.NaN, false);

    /** The range around a rate of the grid in which the median is good; {@code settings} have rising rates. */
    static RateRange around(int index, List<Setting> settings, DoublePredicate good) {
        if (!good.test(settings.get(index).spread().median()) || Double.isNaN(settings.get(index).rate())) {
            return NONE;
        }
        int from = index;
        while (from > 0 && good.test(settings.get(from - 1).spread().median())) {
            from--;
        }
        int to = index;
        while (to < settings.size() - 1 && good.test(settings.get(to + 1).spread().median())) {
            to++;
        }
        double least = settings.get(from).rate();
        double most = settings.get(to).rate();
        return new RateRange(least, most, Math.log10(most / least), from == 0 || to == settings.size() - 1);
    }
}
