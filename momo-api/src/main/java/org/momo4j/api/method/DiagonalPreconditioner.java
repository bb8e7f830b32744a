package org.momo4j.api.method;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * The preconditioner of a {@link DiagonalMetric}, and the definition that fused passes follow to the bit:
 *
 * <ul>
 * <li>the metric computes in double, from gradient, direction and statistics as they are stored;</li>
 * <li>candidates and diagonal are then rounded to the element type, the diagonal having been formed from the statistics before
 * they were rounded;</li>
 * <li>D_k^-1 d is a quotient of the element type.</li>
 * </ul>
 */
public final class DiagonalPreconditioner implements Preconditioner {
    private final DiagonalMetric metric;
    private final List<String> names;
    private final ElementType type;
    private final long size;
    private final MetricBlock block;
    private List<FlatVector> statistics;
    private List<FlatVector> candidates;
    /** The candidate D_k; room for it is made when it is first needed: fused passes never do. */
    private FlatVector diagonal;

    /**
     * A metric that has seen nothing: all statistics are zero.
     *
     * @throws IllegalArgumentException if two statistics have the same name
     */
    public DiagonalPreconditioner(DiagonalMetric metric, long size, ElementType type) {
        this.metric = metric;
        this.type = type;
        this.size = size;
        names = List.copyOf(metric.statistics());
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("statistics of the metric are called " + names + "; names must differ");
        }
        block = new MetricBlock(names.size());
        statistics = zeros();
        candidates = zeros();
        diagonal = FlatVector.zeros(type, 0);
    }

    private List<FlatVector> zeros() {
        return Stream.generate(() -> FlatVector.zeros(type, size)).limit(names.size()).toList();
    }

    /** The metric, for passes that form its blocks themselves. */
    public DiagonalMetric metric() {
        return metric;
    }

    /** The statistics of the last step; read-only. */
    public List<FlatVector> statistics() {
        return statistics;
    }

    /** Room for the statistics of this step, which {@link #accept} makes final; for passes that form them themselves. */
    public List<FlatVector> candidates() {
        return candidates;
    }

    @Override
    public void observe(long k, double rate, FlatVector gradient, FlatVector direction) {
        if (diagonal.size() < size) {
            diagonal = FlatVector.zeros(type, size);
        }
        for (long at = 0; at < size; at += MetricBlock.LENGTH) {
            int count = count(at);
            block.begin(k, rate, count);
            gradient.copyTo(block.gradient(), at, count);
            direction.copyTo(block.direction(), at, count);
            for (int j = 0; j < statistics.size(); j++) {
                statistics.get(j).copyTo(block.statistic(j), at, count);
            }
            metric.form(block);
            block.requireSound(type);
            for (int j = 0; j < statistics.size(); j++) {
                candidates.get(j).copyFrom(block.statistic(j), at, count);
            }
            diagonal.copyFrom(block.diagonal(), at, count);
        }
    }

    @Override
    public FlatVector applyInverse(FlatVector given, FlatVector out) {
        double[] quotient = block.direction();
        double[] divisor = block.diagonal();
        for (long at = 0; at < size; at += MetricBlock.LENGTH) {
            int count = count(at);
            given.copyTo(quotient, at, count);
            diagonal.copyTo(divisor, at, count);
            for (int i = 0; i < count; i++) {
                quotient[i] /= divisor[i]; // of floats, rounded to double and then to float: the same as rounded once
            }
            out.copyFrom(quotient, at, count);
        }
        return out;
    }

    private int count(long at) {
        return (int) Math.min(MetricBlock.LENGTH, size - at);
    }

    @Override
    public void accept() {
        List<FlatVector> old = statistics;
        statistics = candidates;
        candidates = old;
    }

    @Override
    public State state() {
        State state = State.version(1);
        for (int j = 0; j < statistics.size(); j++) {
            state.with(names.get(j), statistics.get(j));
        }
        return state;
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
        List<FlatVector> restored = names.stream().map(name -> state.vector(name, type, size)).toList();
        for (int j = 0; j < statistics.size(); j++) {
            statistics.get(j).copyFrom(restored.get(j));
        }
    }
}
