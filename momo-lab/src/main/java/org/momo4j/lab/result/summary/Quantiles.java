package org.momo4j.lab.result.summary;

import java.util.Arrays;

/**
 * Quantiles of values that may be infinite: linear between the order statistics (type 7 of Hyndman and Fan 1996, the default of
 * R and NumPy), and infinite as soon as an infinite value takes part. Commons Math would answer NaN.
 */
public final class Quantiles {
    private final double[] sorted;

    /** Those of these values, none of which is NaN. */
    public Quantiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The quantile of a probability; NaN if there are no values. */
    public double at(double probability) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        double low = sorted[below];
        if (fraction == 0 || low == sorted[below + 1]) {
            return low;
        }
        double high = sorted[below + 1];
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            return Double.NaN; // between the two infinities
        }
        return low + fraction * (high - low);
    }
}
