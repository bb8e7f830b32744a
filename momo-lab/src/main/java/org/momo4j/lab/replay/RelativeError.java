package org.momo4j.lab.replay;

/** Distance of a result from its reference: max_i |x_i − r_i| / max(1, max_i |r_i|). NaN anywhere is infinitely far. */
final class RelativeError {
    private RelativeError() {}

    static double of(double value, double reference) {
        return of(new double[]{value}, new double[]{reference});
    }

    static double of(double[] values, double[] reference) {
        double difference = 0;
        double scale = 1;
        for (int i = 0; i < reference.length; i++) {
            difference = Math.max(difference, Math.abs(values[i] - reference[i]));
            scale = Math.max(scale, Math.abs(reference[i]));
        }
        double error = difference / scale;
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
}
