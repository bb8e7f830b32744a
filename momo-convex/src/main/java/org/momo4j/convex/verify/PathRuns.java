package org.momo4j.convex.verify;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.Trial;

/**
 * Submits the runs of trials, one a seed.
 *
 * @param runs       where they run
 * @param knownBound makes the constant lower bound that their optimizers use
 */
record PathRuns(Runs runs, DoubleFunction<LowerBound> knownBound) {
    /** The results of all runs of a trial, in the order of their seeds. */
    Supplier<List<PathRun.Result>> submit(Trial trial, Subject subject, List<PathCheck> checks, long[] grid) {
        PathRun run = new PathRun(trial, subject, knownBound, checks, grid);
        return runs.submit(LongStream.range(0, trial.paths())
                .mapToObj(seed -> (Supplier<PathRun.Result>) () -> run.run(seed)).toList());
    }
}
