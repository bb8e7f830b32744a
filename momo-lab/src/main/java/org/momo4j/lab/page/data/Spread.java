package org.momo4j.lab.page.data;

import java.util.stream.DoubleStream;

/**
 * How values over seeds lie: infinite ones count, so that one run that diverged makes none of the others vanish.
 *
 * @param low    a tenth of the values lie below
 * @param median the middle one; between two, their mean
 * @param high   a tenth of the values lie above
 */
public record Spread(double low, double median, double high) {
    private static final Spread NONE = new Spread(Double.NaN, Double.NaN, Double.NaN);
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /** The spread of these values; NaN is none. */
    public static Spread of(double... values) {
        double[] sorted = DoubleStream.of(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return sorted.length == 0
                ? NONE
                : new Spread(quantile(sorted, LOW), quantile(sorted, 1.0 / 2), quantile(sorted, HIGH));
    }

    /** Between two values on a straight line, as NumPy does. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        double part = place - below;
        double low = sorted[below];
        double high = part == 0 ? low : sorted[below + 1];
        return low == high ? low : low + part * (high - low); // two infinities have no difference
    }
}
