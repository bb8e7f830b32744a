package org.momo4j.convex.verify;

import java.util.List;

/**
 * Gap f(x_k) − f* of one trial, measured on a geometric grid of k.
 *
 * @param optimizer  the method and its settings
 * @param paths      number of runs
 * @param points     one for every grid point
 * @param worstRatio largest {@code average/bound} over the grid; NaN if there is no bound
 * @param exponent   slope of log gap against log K
 */
public record Curve(String optimizer, int paths, List<Point> points, double worstRatio, Exponent exponent) {
    /**
     * One point of the grid.
     *
     * @param k     K
     * @param gap   min over grid points k ≤ K of the mean over runs of f(x_k) − f*
     * @param average mean over runs of the average gap up to K, estimated by the losses that the steps saw
     * @param mean  mean over runs of f(x_K) − f*
     * @param low   10% quantile over runs of f(x_K) − f*
     * @param high  90% quantile over runs of f(x_K) − f*
     * @param bound what theory allows at K; NaN if no rate is claimed
     */
    public record Point(long k, double gap, double average, double mean, double low, double high, double bound) {}

    /**
     * A fitted exponent.
     *
     * @param slope     slope of log gap against log K; NaN if fewer than three gaps lie above rounding noise
     * @param low       lower end of its 95% confidence interval
     * @param high      upper end
     * @param predicted what theory predicts; NaN if it predicts none
     */
    public record Exponent(double slope, double low, double high, double predicted) {}
}
