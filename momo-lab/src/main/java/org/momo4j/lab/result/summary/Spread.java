package org.momo4j.lab.result.summary;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Scores over seeds. A run that diverged counts in {@code n}, median and quantiles as worse than all others; mean and deviation
 * are those of the {@code finite} scores. What has no meaning is NaN.
 *
 * @param n         scores
 * @param finite    finite ones among them
 * @param mean      of the finite ones
 * @param deviation the sample standard deviation of the finite ones; NaN for fewer than two
 * @param median    of all
 * @param q10       the quantile at 0.1 of all
 * @param q25       at 0.25
 * @param q75       at 0.75
 * @param q90       at 0.9
 */
public record Spread(int n, int finite, double mean, double deviation, double median, double q10, double q25,
        double q75, double q90) {
    /** That of these scores, none of which is NaN. */
    public static Spread of(double... scores) {
        double[] finite = Arrays.stream(scores).filter(Double::isFinite).toArray();
        Quantiles quantiles = new Quantiles(scores);
        return new Spread(scores.length, finite.length, new Mean().evaluate(finite),
                finite.length < 2 ? Double.NaN : new StandardDeviation().evaluate(finite), quantiles.at(0.5),
                quantiles.at(0.1), quantiles.at(0.25), quantiles.at(0.75), quantiles.at(0.9));
    }
}
