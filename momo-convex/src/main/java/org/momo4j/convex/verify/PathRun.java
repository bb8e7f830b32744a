package org.momo4j.convex.verify;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.Trial;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.sampling.DrawnSample;
import org.momo4j.convex.sampling.RandomStreams;
import org.momo4j.convex.sampling.WithReplacement;

/**
 * One run of a trial: steps on batches drawn with replacement, the gap on a grid of steps, and what each path check made
 * of it.
 */
final class PathRun {
    /**
     * What a run gave.
     *
     * @param gaps     f(x_K) − f* at every K of the grid; infinite from where the run was refused
     * @param averages (1/K) Σ_{k ≤ K} (f_k − f*) of the losses that the steps saw, at every K of the grid; likewise. Since
     *                 s_k is independent of x_k, it has the expectation of the average gap up to K
     * @param excesses of the path checks, in their order
     */
    record Result(double[] gaps, double[] averages, double[] excesses) {
        /** The largest excess of one check over all runs; NaN if one of them is. */
        static double worst(List<Result> results, int check) {
            return results.stream().mapToDouble(r -> r.excesses()[check]).reduce(Double.NEGATIVE_INFINITY, Math::max);
        }
    }

    private final Trial trial;
    private final Subject subject;
    private final DoubleFunction<LowerBound> knownBound;
    private final List<PathCheck> checks;
    private final long[] grid;

    PathRun(Trial trial, Subject subject, DoubleFunction<LowerBound> knownBound, List<PathCheck> checks, long[] grid) {
        this.trial = trial;
        this.subject = subject;
        this.knownBound = knownBound;
        this.checks = checks;
        this.grid = grid;
    }

    Result run(long seed) {
        Objective objective = trial.problem().objective().get();
        FlatVector params = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        FlatVector gradient = params.zerosLike();
        objective.start(seed, params);
        Optimizer optimizer = subject.create()
                .create(new Setting(objective.layout(), ElementType.FLOAT64, k -> trial.cap(),
                        knownBound.apply(trial.lowerBound()), RandomStreams.of(seed, "optimizer", 0)));
        WithReplacement batches = new WithReplacement(objective.samples(), trial.problem().batchSize(), seed);
        DrawnSample sample = new DrawnSample(objective, batches, gradient);
        List<PathCheck.Watch> watches = checks.stream().map(c -> c.watch(trial)).toList();
        Witness witness = watches.isEmpty() ? null : new Witness(trial);

        double[] gaps = new double[grid.length];
        double[] averages = new double[grid.length];
        double sum = 0;
        int next = 0;
        try {
            for (long k = 1; k <= trial.steps(); k++) {
                sample.draw(params);
                sum += sample.loss() - trial.problem().optimalValue();
                if (grid[next] == k) {
                    gaps[next] = objective.evaluate(params).loss() - trial.problem().optimalValue();
                    averages[next++] = sum / k;
                }
                if (witness == null) {
                    optimizer.step(params, sample);
                    continue;
                }
                witness.before(params, sample.loss(), gradient);
                witness.after(params, optimizer.step(params, sample));
                for (PathCheck.Watch watch : watches) {
                    watch.step(witness);
                }
            }
        } catch (NonFiniteStepException diverged) {
            Arrays.fill(gaps, next, gaps.length, Double.POSITIVE_INFINITY);
            Arrays.fill(averages, next, gaps.length, Double.POSITIVE_INFINITY);
            watches.forEach(PathCheck.Watch::refused);
        }
        return new Result(gaps, averages, watches.stream().mapToDouble(PathCheck.Watch::excess).toArray());
    }
}
