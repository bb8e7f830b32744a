package org.momo4j.lab.run;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.momo4j.lab.experiment.Training.EvaluationGrid;
import org.momo4j.lab.experiment.Training.Unit;

/** The steps after which a run is evaluated: 0, the last, and those of a grid between. */
final class EvaluationPoints implements LongPredicate {
    private final long steps;
    private final LongPredicate between;

    private EvaluationPoints(long steps, LongPredicate between) {
        this.steps = steps;
        this.between = between;
    }

    /** The points of a run of so many steps. */
    static EvaluationPoints of(EvaluationGrid grid, long steps, Epochs epochs) {
        return new EvaluationPoints(steps, switch (grid.kind()) {
            case REGULAR -> regular(grid, epochs);
            case GEOMETRIC -> geometric(grid.amount(), steps);
        });
    }

    private static LongPredicate regular(EvaluationGrid grid, Epochs epochs) {
        long every = grid.amount();
        if (grid.unit() == Unit.STEPS) {
            return k -> k % every == 0;
        }
        // the first step that completes another so many epochs, which need not be whole steps where batches are accumulated
        return k -> completed(k, every, epochs) > completed(k - 1, every, epochs);
    }

    private static long completed(long k, long every, Epochs epochs) {
        return k * epochs.accumulate() / (epochs.batches() * every);
    }

    /** With 0, {@code count} points from 1 to the last step that grow by a factor, rounded; fewer where they coincide. */
    private static LongPredicate geometric(long count, long steps) {
        long intervals = Math.max(1, count - 2);
        long[] points = LongStream.rangeClosed(0, intervals)
                .map(i -> Math.round(Math.pow(steps, (double) i / intervals))).toArray();
        return k -> Arrays.binarySearch(points, k) >= 0;
    }

    /** Whether the objective is evaluated after step {@code k}. */
    @Override
    public boolean test(long k) {
        return k == 0 || k == steps || between.test(k);
    }
}
