package org.momo4j.lab.run;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.RunListener;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.sampling.Sampler;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.run.sample.TrainingSample;

/**
 * The loop of a run, one step a call: {@link #begin} (or {@link #restore}), then {@link #step} until it answers with an outcome.
 * Between two calls everything can be saved; a loop restored from that goes on to the last bit.
 */
public final class TrainingLoop implements Stateful {
    /** An evaluated loss above this times max(1, |first|) is no training any more. */
    private static final double DIVERGED = 1e6;

    private final Objective objective;
    private final Optimizer optimizer;
    private final Sampler sampler;
    private final long steps;
    private final double seconds;
    private final Stopwatch watch;
    private final RunListener listener;
    private final FlatVector params;
    private final FlatVector judged;
    private final TrainingSample sample;
    private final LongPredicate points;
    private final Judge judge;
    private final StoppingRules rules;
    private long k;

    /**
     * A loop at its starting point.
     *
     * @param plan     the run
     * @param parts    its parts, fresh
     * @param watch    told of the time that steps take
     * @param listener told of steps and evaluations
     */
    public TrainingLoop(RunPlan plan, RunParts parts, Stopwatch watch, RunListener listener) {
        Training training = plan.training();
        objective = parts.objective();
        optimizer = parts.optimizer();
        sampler = parts.sampler();
        steps = parts.steps();
        seconds = training.stopping().seconds();
        this.watch = watch;
        this.listener = listener;
        params = FlatVector.zeros(training.type(), objective.layout().size());
        judged = params.zerosLike();
        sample = new TrainingSample(objective, sampler, training.accumulate(), training.clip(), optimizer.needs(),
                params.zerosLike());
        points = EvaluationPoints.of(training.evaluations(), steps, parts.epochs());
        judge = new Judge(objective, parts.optimum());
        rules = new StoppingRules(training.stopping());
        objective.start(plan.seed(), params);
    }

    /** Evaluates the starting point. */
    public Optional<Outcome> begin() {
        return evaluate();
    }

    /** Takes a step, and evaluates where it is time to. Answers with an outcome if the run is over. */
    public Optional<Outcome> step() {
        StepReport report;
        watch.start();
        try {
            sample.draw(params);
            requireFinite(k + 1, "loss", sample.loss());
            report = optimizer.step(params, sample);
        } catch (NonFiniteStepException refused) {
            watch.stop();
            return over(Status.DIVERGED, String.valueOf(refused.getMessage()));
        }
        watch.stop();
        k++;
        listener.step(report);
        boolean late = watch.seconds() >= seconds;
        Optional<Outcome> outcome = late || points.test(k) ? evaluate() : Optional.empty();
        if (outcome.isEmpty() && late) {
            return over(Status.TIMED_OUT, "its " + Numbers.plain(seconds) + " seconds were over");
        }
        return outcome;
    }

    /** The outcome of a loop that was restored after its last step; empty for any other. */
    public Optional<Outcome> ended() {
        return k == steps ? over(Status.DONE, "") : Optional.empty();
    }

    /** Steps made so far. */
    public long steps() {
        return k;
    }

    /** The parameters as they are now. */
    public FlatVector params() {
        return params;
    }

    private Optional<Outcome> evaluate() {
        optimizer.evaluationPoint(params, judged);
        Map<String, Double> metrics = judge.metrics(judged, k == 0);
        listener.evaluated(k, metrics);
        double loss = metrics.getOrDefault("train_loss", Double.NaN);
        Optional<String> divergence = divergence(loss);
        if (divergence.isPresent()) {
            return over(Status.DIVERGED, divergence.get());
        }
        if (k == steps) {
            return over(Status.DONE, "");
        }
        return rules.reason(loss, metrics.getOrDefault("gap", Double.NaN), judge.gradientNorm(judged))
                .flatMap(reason -> over(Status.STOPPED_EARLY, reason));
    }

    private Optional<String> divergence(double loss) {
        double limit = DIVERGED * Math.max(1, Math.abs(judge.firstLoss()));
        String when = "after step " + k + ": the training loss is " + loss;
        if (!Double.isFinite(loss)) {
            return Optional.of(when);
        }
        if (loss > limit) {
            return Optional.of(when + ", above " + limit);
        }
        for (long i = 0; i < judged.size(); i++) {
            if (!Double.isFinite(judged.get(i))) {
                return Optional.of("after step " + k + ": parameter " + i + " is " + judged.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> over(Status status, String reason) {
        return Optional.of(new Outcome(status, k, reason, watch.seconds()));
    }

    @Override
    public State state() {
        return State.version(1).with("k", k).with("seconds", watch.seconds()).with("params", params)
                .with("optimizer", optimizer.state()).with("sampler", sampler.state())
                .with("objective", objective.state()).with("judge", judge.state()).with("stopping", rules.state());
    }

    /** Goes on from a state; to be called in place of {@link #begin}. When it throws, this loop is of no further use. */
    @Override
    public void restore(State state) {
        params.copyFrom(state.requireVersion(1).vector("params", params.type(), params.size()));
        optimizer.restore(state.child("optimizer"));
        sampler.restore(state.child("sampler"));
        objective.restore(state.child("objective"));
        judge.restore(state.child("judge"));
        rules.restore(state.child("stopping"));
        watch.set(state.scalar("seconds"));
        k = (long) state.scalar("k");
    }
}
