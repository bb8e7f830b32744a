package org.momo4j.lab.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.state.State;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.lab.run.sample.Norm;

/** Evaluates a run: its metrics, relative to where it began. */
final class Judge implements Stateful {
    private final Objective objective;
    private final Optional<Double> optimum;
    private double firstLoss = Double.NaN;

    Judge(Objective objective, Optional<Double> optimum) {
        this.objective = objective;
        this.optimum = optimum;
    }

    /** The metrics at a point: {@code train_loss}, {@code gap} and {@code relative_gap} where f* is known, then the objective's. */
    Map<String, Double> metrics(FlatVector at, boolean first) {
        Evaluation evaluation = objective.evaluate(at);
        double loss = evaluation.loss();
        if (first) {
            firstLoss = loss;
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train_loss", loss);
        optimum.ifPresent(value -> {
            metrics.put("gap", loss - value);
            metrics.put("relative_gap", (loss - value) / (firstLoss - value));
        });
        new TreeMap<>(evaluation.metrics()).forEach(metrics::putIfAbsent);
        return metrics;
    }

    /** The loss of the first evaluation. */
    double firstLoss() {
        return firstLoss;
    }

    /** Computes the norm of the full gradient, and leaves the objective as it was. */
    DoubleSupplier gradientNorm(FlatVector at) {
        return () -> {
            State before = objective.state();
            FlatVector gradient = at.zerosLike();
            objective.lossAndGradient(at, Batch.all(objective.samples()), gradient);
            objective.restore(before);
            return Norm.of(gradient);
        };
    }

    @Override
    public State state() {
        return State.version(1).with("firstLoss", firstLoss);
    }

    @Override
    public void restore(State state) {
        firstLoss = state.requireVersion(1).scalar("firstLoss");
    }
}
