package org.momo4j.lab.page.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.momo4j.lab.journal.Row;

/**
 * The evaluations of a run, thinned to fewer than 65. What is left out of a long run is left out of a longer one too, so that
 * runs of different length meet at the same steps.
 */
final class Evaluations {
    private static final int MOST = 64;

    private final long[] steps;
    private final Map<String, double[]> values = new LinkedHashMap<>();

    Evaluations(List<Row.Evaluated> rows) {
        int stride = 1;
        while ((rows.size() - 2) / stride + 2 > MOST) {
            stride *= 2;
        }
        int last = rows.size() - 1;
        int every = stride;
        int[] kept = java.util.stream.IntStream.rangeClosed(0, last).filter(i -> i % every == 0 || i == last).toArray();
        steps = Arrays.stream(kept).mapToLong(i -> rows.get(i).step()).toArray();
        for (int i = 0; i < kept.length; i++) {
            int at = i;
            rows.get(kept[i]).metrics().forEach((name, value) -> values
                    .computeIfAbsent(name, n -> filled(kept.length))[at] = value);
        }
    }

    private static double[] filled(int length) {
        double[] none = new double[length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    Set<String> metrics() {
        return values.keySet();
    }

    long[] steps() {
        return steps.clone();
    }

    long lastStep() {
        return steps.length == 0 ? -1 : steps[steps.length - 1];
    }

    /** The value at a step, or at the last evaluation before it; NaN if there is none. */
    double at(String metric, long step) {
        double[] series = values.get(metric);
        int found = Arrays.binarySearch(steps, step);
        int at = found >= 0 ? found : -found - 2;
        return series == null || at < 0 ? Double.NaN : series[at];
    }
}
