package org.momo4j.lab.sweep.summary;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.result.summary.Quantiles;
import org.momo4j.lab.run.folder.JournalEnd;

/** Runs that differ in their seed only: how they ended, and where. */
public final class Group {
    private final Map<String, Object> varies;
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
    private double[] losses = {};
    private double[] gaps = {};

    /** A group without runs; {@code varies} says what it is. */
    Group(Map<String, Object> varies) {
        this.varies = varies;
    }

    void add(JournalEnd end) {
        Status status = end.outcome().status();
        counts.merge(status, 1, Integer::sum);
        if (status != Status.SKIPPED && status != Status.FAILED) {
            losses = with(losses, last(end, "train_loss"));
            gaps = with(gaps, last(end, "gap"));
        }
    }

    /** A run that diverged is worse than any other, whatever it was evaluated as. */
    private static double last(JournalEnd end, String metric) {
        double value = end.last().map(row -> row.metrics().get(metric)).orElse(Double.NaN);
        return end.outcome().status() == Status.DIVERGED && !Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private static double[] with(double[] values, double value) {
        double[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return longer;
    }

    /** What makes this group differ from others: {@code optimizer}, {@code lr} ... */
    public Map<String, Object> varies() {
        return varies;
    }

    /** How many runs are over. */
    public int runs() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many ended so. */
    public int count(Status status) {
        return counts.getOrDefault(status, 0);
    }

    /** Median of the last training losses, infinite for runs that diverged; NaN if there is none. */
    public double medianLoss() {
        return median(losses);
    }

    /** Median of the last gaps, infinite for runs that diverged; NaN if there is none. */
    public double medianGap() {
        return median(gaps);
    }

    private static double median(double[] values) {
        return new Quantiles(DoubleStream.of(values).filter(v -> !Double.isNaN(v)).toArray()).at(0.5);
    }
}
