package org.momo4j.testkit.step;

import java.util.Set;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.problem.InterpolatingQuadratic;

/**
 * An optimizer on an objective, step by step, always in the same order of batches. Samples offer exactly what the
 * optimizer says it needs, and nothing more.
 */
final class Run {
    private static final int SAMPLES = 5;

    private final Optimizer optimizer;
    private final Objective objective;
    private final FlatVector params;
    private final FlatVector gradient;
    private long steps;

    /** Starts at the objective's starting point. */
    Run(Optimizer optimizer, Objective objective, FlatVector params) {
        this.optimizer = optimizer;
        this.objective = objective;
        this.params = params;
        this.gradient = params.zerosLike();
        objective.start(0, params);
    }

    /** A fresh optimizer of the trial on an interpolating quadratic. */
    static Run of(OptimizerTrial trial, int dimension) {
        return of(trial, trial.subject().lowerBound().get(), dimension);
    }

    /** A fresh optimizer of the trial with this bound on an interpolating quadratic. */
    static Run of(OptimizerTrial trial, LowerBound bound, int dimension) {
        return of(trial.create(ParameterLayout.flat(dimension), bound), trial.zeros(dimension));
    }

    /** This optimizer on an interpolating quadratic. */
    static Run of(Optimizer optimizer, FlatVector params) {
        int dimension = Math.toIntExact(params.size());
        return new Run(optimizer, InterpolatingQuadratic.of(SAMPLES, dimension, dimension), params);
    }

    /** The same run with another optimizer and parameters of its own, at the same place. */
    Run continuedBy(Optimizer other) {
        Run run = new Run(other, objective, params.copy());
        run.params.copyFrom(params);
        run.steps = steps;
        return run;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    FlatVector params() {
        return params;
    }

    /** Bits of the parameters. */
    Bits bits() {
        return Bits.of(params);
    }

    /** Bits of the optimizer's state. */
    Bits stateBits() {
        return Bits.of(optimizer.state());
    }

    /** Makes this many steps. */
    Run steps(int count) {
        for (int i = 0; i < count; i++) {
            step();
        }
        return this;
    }

    /** Makes one step. */
    StepReport step() {
        return step(sample());
    }

    /** Makes one step on this sample. */
    StepReport step(Sample sample) {
        StepReport report = optimizer.step(params, sample);
        steps++;
        return report;
    }

    /** Evaluates the next batch at the parameters. */
    NeededSample sample() {
        int samples = objective.samples();
        Batch batch = Batch.of((int) (2 * steps % samples), (int) ((3 * steps + 1) % samples));
        double loss = objective.lossAndGradient(params, batch, gradient);
        return new NeededSample(loss, gradient, optimizer.needs(), batch, objective);
    }

    /** A sample that offers what is needed only. */
    record NeededSample(double loss, FlatVector gradient, Set<Need> needs, Batch examples,
            Objective objective) implements Sample {
        @Override
        public Batch batch() {
            return needs.contains(Need.INDICES) ? examples : Batch.unknown();
        }

        @Override
        public double at(FlatVector point, FlatVector gradientOut) {
            return needs.contains(Need.REEVALUATION)
                    ? objective.lossAndGradient(point, examples, gradientOut)
                    : Sample.super.at(point, gradientOut);
        }

        /** The same sample with another loss. */
        NeededSample withLoss(double other) {
            return new NeededSample(other, gradient, needs, examples, objective);
        }

        /** The same sample with another gradient. */
        NeededSample withGradient(FlatVector other) {
            return new NeededSample(loss, other, needs, examples, objective);
        }
    }
}
